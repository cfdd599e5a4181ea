# expect: wrong-signature
import numpy as np


class LogisticRegression:
    """Parameters are made when training starts."""

    def __init__(self, eta: float = 0.1, max_iter: int = 1000):  # <-- here
        self.eta = eta
        self.max_iter = max_iter
        self.coef = None
        self.intercept = None

    def predict_proba(self, X):
        z = X @ self.coef + self.intercept
        return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-15, 1 - 1e-15)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        error = p - y
        return X.T @ error / len(y), float(error.mean())

    def fit(self, X, y):
        self.coef = np.zeros(X.shape[1])
        self.intercept = 0.0
        losses = []
        for _ in range(self.max_iter):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.coef = self.coef - self.eta * dw
            self.intercept = self.intercept - self.eta * db
        return losses
