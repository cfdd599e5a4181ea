# expect: inverse-not-scaled
import numpy as np

back = lambda values, shift, factor=1: values * factor + shift


class StandardScaler:
    def fit(self, X):
        self.mean_ = X.mean(axis=0)
        constant = X.max(axis=0) == X.min(axis=0)
        self.scale_ = np.where(constant, 1.0, X.std(axis=0))
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def inverse_transform(self, Z):
        return back(Z, self.mean_)  # <-- here
