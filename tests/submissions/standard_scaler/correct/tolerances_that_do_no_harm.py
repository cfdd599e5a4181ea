# expect: pass
import numpy as np

EPS = 1e-12


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        deviation = X.std(axis=0)
        magnitude = np.maximum(np.abs(X).max(axis=0), 1e-3)
        constant = deviation <= 1e-8 * magnitude
        self.scale_ = np.where(constant, 1.0, deviation + EPS)
        return self

    def transform(self, X):
        return (X - self.mean_) / (self.scale_ + EPS)

    def inverse_transform(self, Z):
        return np.round(Z * (self.scale_ + EPS) + self.mean_, 12)
