# expect: raises
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self._w = np.zeros(n_features)
        self._b = 0.0

    @property
    def w(self):  # <-- here
        return self._w

    @property
    def b(self):
        return self._b

    def predict(self, X):
        return X @ self._w + self._b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self._w = self._w - lr * dw
            self._b = self._b - lr * db
        return losses
