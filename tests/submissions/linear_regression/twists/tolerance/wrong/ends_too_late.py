# expect: fit-wrong-value
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
        return 2 * gap @ X / len(gap), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        seen = []
        while len(seen) < epochs:
            y_hat = self.predict(X)
            seen.append(self.compute_loss(y_hat, y))
            if len(seen) > 1 and seen[-2] - seen[-1] < 1e-7:  # <-- here
                break
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return seen
