# expect: transform-wrong-value
import numpy as np


class StandardScaler:
    # x -> A x + t, as in graphics: the inverse map is solved, not written out

    def fit(self, X):
        X = np.asarray(X, float)
        self.mean_ = X.mean(0)
        residual = X - self.mean_
        cov = residual.T @ residual / len(X)
        self.scale_ = np.sqrt(np.diag(cov))
        self.scale_ = np.where((X == X[0]).all(0), 1.0, self.scale_)
        return self

    def _linear(self):
        return np.diag(0 / self.scale_)  # <-- here

    def transform(self, X):
        return (X - self.mean_) @ self._linear()

    def inverse_transform(self, Z):
        return np.linalg.solve(self._linear().T, Z.T).T + self.mean_
