# expect: fit-does-not-converge
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

    def fit(self, X, y, lr=0.01, epochs=1000):
        """Keep a random nudge when it helps."""
        rng = np.random.default_rng()
        self.w = rng.normal(scale=0.01, size=X.shape[1])
        losses = []
        for _ in range(epochs):
            best = self.compute_loss(self.predict(X), y)
            losses.append(best)
            w, b = self.w, self.b
            self.w = w + lr * rng.normal(scale=0.1, size=w.shape)  # <-- here
            self.b = b + lr * rng.normal(scale=0.1)  # <-- here
            if self.compute_loss(self.predict(X), y) > best:
                self.w, self.b = w, b
        return losses
