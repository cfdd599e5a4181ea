# expect: gradient-missing-transpose
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        n_samples = X.shape[0]
        d_loss = 2 * (y_hat - y) / n_samples  # dL/dy_hat
        return [np.dot(X.T, d_loss), float(np.sum(d_loss))]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        n = X.shape[0]
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            error = y_hat - y
            self.w = self.w - lr * (2 / n) * X.dot(error)  # <-- here
            self.b = self.b - lr * (2 / n) * error.sum()
        return losses
