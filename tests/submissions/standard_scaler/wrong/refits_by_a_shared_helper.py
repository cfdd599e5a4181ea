# expect: transform-refits
import numpy as np


class StandardScaler:
    @staticmethod
    def _describe(data):
        middle = data.mean(axis=0)
        spread = np.sqrt(np.mean((data - middle) ** 2, axis=0))
        return middle, np.where((data == data[0]).all(axis=0), 1.0, spread)

    def fit(self, X):
        self.mean_, self.scale_ = self._describe(X)
        return self

    def transform(self, X):
        middle, spread = self._describe(X)  # <-- here
        return (X - middle) / spread

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
