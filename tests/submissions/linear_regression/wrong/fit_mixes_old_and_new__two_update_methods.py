# expect: fit-mixes-old-and-new
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean(np.square(y - y_hat)))

    @staticmethod
    def compute_gradients(X, y, y_hat):
        error = y_hat - y
        n, _ = X.shape
        return X.T @ error * (2 / n), error.sum() * (2 / n)

    def _update_weights(self, X, y, lr):
        dw, _ = self.compute_gradients(X, y, self.predict(X))
        self.w = self.w - lr * dw

    def _update_bias(self, X, y, lr):
        _, db = self.compute_gradients(X, y, self.predict(X))  # <-- here
        self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            self._update_weights(X, y, lr)
            self._update_bias(X, y, lr)  # <-- here
        return losses
