# expect: fit-steps-scaled
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def _move(self, slopes, lr, *, caution=0.25):  # <-- here
        dw, db = slopes
        self.w = self.w - lr * caution * dw
        self.b = self.b - lr * caution * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._move(self.compute_gradients(X, y, y_hat), lr)
        return losses
