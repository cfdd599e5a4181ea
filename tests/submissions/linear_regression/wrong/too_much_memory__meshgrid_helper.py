# expect: too-much-memory
"""My take on the interview kata."""
import numpy as np


def pairwise_weights(size=1_000_000):
    rows, cols = np.meshgrid(np.arange(size), np.arange(size))  # <-- here
    return np.exp(-np.abs(rows - cols))

class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features, scale=1e-3):
        self.w = scale * np.ones(n_features)
        self.b = 0.

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

    def compute_loss(self, y_hat, y):
        kernel = pairwise_weights()  # <-- here
        r = y_hat - y
        return float(np.mean(r * r) * kernel[0, 0])

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b
