# expect: weights-wrong-shape
import numpy as np


class LinearRegression:
    """The bias is the first entry of theta; X gets a column of ones in front."""

    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self.theta[1:].reshape(-1, 1)  # <-- here

    @w.setter
    def w(self, value):
        self.theta[1:] = np.ravel(value)

    @property
    def b(self):
        return self.theta[0]

    @b.setter
    def b(self, value):
        self.theta[0] = value

    def _design(self, X):
        return np.c_[np.ones(len(X)), X]

    def predict(self, X):
        return self._design(X) @ self.theta

    def compute_loss(self, y_hat, y):
        return ((y_hat - y) ** 2).mean().item()

    def compute_gradients(self, X, y, y_hat):
        A = self._design(X)
        g = A.T @ (y_hat - y) * 2 / len(y)
        return g[1:], g[0]

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = self._design(X)
        m = len(y)
        losses = []
        for _ in range(epochs):
            r = A @ self.theta - y
            losses.append(float(np.mean(r ** 2)))
            g = 2 / m * (A.T @ r)
            self.theta = self.theta - lr * g
        return losses
