# expect: loop-over-samples
import numpy as np


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        total, i = 0.0, 0
        while i < len(y):  # <-- here
            total += (y_hat[i] - y[i]) ** 2
            i += 1
        return float(total / len(y))

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        return 2 * np.mean(X * err[:, None], axis=0), 2 * err.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
