# expect: returns-none
import numpy as np


class LinearRegression(object):
    """Parameters live in one vector, w and b are views of it."""

    def __init__(self, n_features):
        self._theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self._theta[:-1]

    @w.setter
    def w(self, value):
        self._theta = np.append(value, self._theta[-1])

    @property
    def b(self):
        return self._theta[-1]

    @b.setter
    def b(self, value):
        self._theta = np.append(self._theta[:-1], value)

    def predict(self, X):
        self.y_hat = X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * X.T @ error, 2 / len(y) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            self.predict(X)
            losses.append(self.compute_loss(self.y_hat, y))
            dw, db = self.compute_gradients(X, y, self.y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
