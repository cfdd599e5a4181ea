# expect: bias-not-scalar
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self._theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self._theta[1:]

    @w.setter
    def w(self, value):
        self._theta[1:] = value

    @property
    def b(self):
        return self._theta[:1]  # <-- here

    @b.setter
    def b(self, value):
        self._theta[0] = value

    def predict(self, X):
        return np.column_stack([np.ones(len(X)), X]) @ self._theta

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses += [self.compute_loss(y_hat, y)]
            dw, db = self.compute_gradients(X, y, y_hat)
            self._theta -= lr * np.r_[db, dw]
        return losses
