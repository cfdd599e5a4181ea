# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    TOLERANCE = 1e-4

    def _settled(self, losses):
        return any(np.diff(losses[-2:]) > -self.TOLERANCE)

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r / len(r))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        A = np.hstack([X, np.ones((len(X), 1))])
        for _ in range(epochs):
            r = A @ np.append(self.w, self.b) - y
            losses.append(float(r @ r / len(r)))
            if self._settled(losses):
                break
            g = 2 / len(r) * (A.T @ r)
            self.w, self.b = self.w - lr * g[:-1], self.b - lr * g[-1]
        return losses
