# expect: statistics-wrong-shape
import numpy as np


class StandardScaler:
    def fit(self, X):
        scale = np.where((X == X[0]).all(axis=0), 1.0, X.std(axis=0))
        self.mean_ = X.mean(axis=0).reshape(-1, 1)  # <-- here
        self.scale_ = scale.reshape(-1, 1)  # <-- here

    def transform(self, X):
        centred = X - self.mean_
        return centred / self.scale_

    def inverse_transform(self, Z):
        X = Z * self.scale_
        X = X + self.mean_
        return X
