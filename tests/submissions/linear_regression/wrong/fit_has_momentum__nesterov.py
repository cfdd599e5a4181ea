# expect: fit-has-momentum
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

    def fit(self, X, y, lr=0.01, epochs=1000, mu=0.8):
        n = len(y)
        vw, vb = 0.0 * self.w, 0.0
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            ahead = X @ (self.w + mu * vw) + (self.b + mu * vb) - y
            vw = mu * vw - lr * 2 / n * X.T @ ahead  # <-- here
            vb = mu * vb - lr * 2 / n * ahead.sum()  # <-- here
            self.w = self.w + vw  # <-- here
            self.b = self.b + vb  # <-- here
        return losses
