# expect: pass
import numpy as np


class RidgeRegression:
    """Ridge as ordinary least squares on n + d rows.

    The d extra rows are sqrt(n * alpha) * I with targets of zero, so that one residual vector holds
    both the data term and the penalty.
    """

    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.root_alpha = alpha ** 0.5

    def _extra(self, n):
        return np.sqrt(n) * self.root_alpha * np.eye(self.w.size)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        n = len(y)
        residual = np.concatenate([y_hat - y, self._extra(n) @ self.w])
        return float(residual @ residual) / n

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        rows = np.vstack([X, self._extra(n)])
        residual = np.concatenate([y_hat - y, self._extra(n) @ self.w])
        dw = 2 / n * rows.T @ residual
        db = 2 / n * residual[:n].sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
