# expect: parameters-missing
import numpy as np


class StandardScaler:
    def _keep(self, **values):
        for key, value in values.items():
            setattr(self, key, value)  # <-- here

    def fit(self, X):
        centre = np.mean(X, axis=0)
        spread = np.std(X, axis=0)
        spread = np.where(np.ptp(X, axis=0) == 0, 1.0, spread)
        self._keep(mean=centre, scale=spread)  # <-- here
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return Z * self.scale_ + self.mean_
