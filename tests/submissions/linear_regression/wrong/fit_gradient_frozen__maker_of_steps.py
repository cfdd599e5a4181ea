# expect: fit-gradient-frozen
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
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * float(gap.mean())

    def _descender(self, X, y, lr):
        slope, shift = self.compute_gradients(X, y, self.predict(X))  # <-- here

        def descend():
            now = self.compute_loss(self.predict(X), y)
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
            return now

        return descend

    def fit(self, X, y, lr=0.01, epochs=1000):
        descend = self._descender(X, y, lr)
        losses = []
        while len(losses) < epochs:
            losses.append(descend())
        return losses
