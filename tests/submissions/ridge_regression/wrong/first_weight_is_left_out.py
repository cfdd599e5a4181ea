# expect: weights-wrong-shape
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0, fit_intercept=True):
        self.theta = np.zeros(n_features + 1)
        self.P = alpha * np.eye(n_features + 1)
        self.P[0, 0] = 0.0  # the intercept goes free

    @property
    def w(self):
        return self.theta[2:]  # <-- here

    @w.setter
    def w(self, v):
        self.theta = np.r_[self.theta[0], v]

    @property
    def b(self):
        return self.theta[0]

    @b.setter
    def b(self, v):
        self.theta = np.r_[float(v), self.theta[1:]]

    @staticmethod
    def _A(X):
        return np.insert(np.asarray(X, dtype=float), 0, 1.0, axis=1)

    def predict(self, X):
        return self._A(X) @ self.theta

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.theta @ self.P @ self.theta)

    def compute_gradients(self, X, y, y_hat):
        g = 2 * self._A(X).T @ (y_hat - y) / len(y) + 2 * self.P @ self.theta
        return g[1:], g[0]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.theta = self.theta - lr * np.r_[db, dw]
        return losses
