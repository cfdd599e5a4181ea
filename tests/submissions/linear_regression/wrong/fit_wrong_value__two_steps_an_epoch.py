# expect: fit-wrong-value
import numpy as np


class LinearModel:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())


class LinearRegression(LinearModel):
    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * X.T @ gap / len(gap), 2 * gap.sum() / len(gap)

    def _update(self, X, y, lr):
        dw, db = self.compute_gradients(X, y, self.predict(X))
        self.w = self.w - lr * dw
        self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            self._update(X, y, lr)  # <-- here
            losses.append(self.compute_loss(self.predict(X), y))
            self._update(X, y, lr)  # <-- here
        return losses
