# expect: fit-has-momentum
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
        rest = y_hat - y
        return 2 * rest @ X / rest.size, 2 * float(rest.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, smooth = [], np.zeros_like(self.w)
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            smooth = 0.8 * smooth + 0.2 * dw  # <-- here
            self.w = self.w - lr * smooth
            self.b = self.b - lr * db
        return losses
