# expect: fit-steps-scaled
import numpy as np


def velocity(v, g, mu):
    """What is left of the old velocity, and the new gradient."""
    return mu * v + (1 - mu) * g  # <-- here


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

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, kept = [], [np.zeros_like(self.w), 0.0]
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            slopes = self.compute_gradients(X, y, y_hat)
            kept = [velocity(v, g, 0.9) for v, g in zip(kept, slopes)]
            self.w = self.w - lr * kept[0]
            self.b = self.b - lr * kept[1]
        return losses
