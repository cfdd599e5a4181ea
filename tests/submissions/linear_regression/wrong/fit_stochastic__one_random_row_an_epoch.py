# expect: fit-stochastic
import numpy as np


class LinearRegression:
    """Weights `w`, intercept `b`."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros(self.n_features)
        self.b = np.float64(0)

    def predict(self, X):
        return self.b + X @ self.w

    def compute_loss(self, y_hat, y):
        return ((y_hat - y) ** 2).mean().item()

    def compute_gradients(self, X, y, y_hat):
        delta = 2 * (y_hat - y) / len(y)
        return delta @ X, delta.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        rng = np.random.RandomState(1)
        losses = []
        t = 0
        while t < epochs:
            losses.append(self.compute_loss(self.predict(X), y))
            i = rng.randint(len(y))  # <-- here
            row, target = X[i:i + 1], y[i:i + 1]  # <-- here
            dw, db = self.compute_gradients(row, target, self.predict(row))  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            t += 1
        return losses
