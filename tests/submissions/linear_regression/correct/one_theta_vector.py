# expect: pass
import numpy as np


class LinearRegression:
    """All parameters live in one vector; w and b are windows on it."""

    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self.theta[:-1]

    @w.setter
    def w(self, value):
        self.theta = np.append(value, self.theta[-1])

    @property
    def b(self):
        return self.theta[-1]

    @b.setter
    def b(self, value):
        self.theta[-1] = value

    @staticmethod
    def _augment(X):
        return np.hstack([X, np.ones((X.shape[0], 1))])

    def predict(self, X):
        return self._augment(X) @ self.theta

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        g = 2 * self._augment(X).T @ (y_hat - y) / len(y)
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = self._augment(X)
        losses = []
        for _ in range(epochs):
            e = A @ self.theta - y
            losses.append(float(e @ e / len(e)))
            self.theta = self.theta - lr * 2 / len(e) * (e @ A)
        return losses
