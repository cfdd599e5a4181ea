# expect: loop-over-samples
# Linear regression from scratch

import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).sum() / y.shape[0])

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradient of the MSE with respect to w and to b."""
        m = X.shape[0]
        residual = y_hat - y
        grad_w = residual @ X
        grad_b = residual.sum()
        return 2 * grad_w / m, 2 * grad_b / m

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            error = np.zeros(n)
            for i, target in enumerate(y):  # <-- here
                error[i] = y_hat[i] - target
            self.w = self.w - lr * (2 / n) * (X.T @ error)
            self.b = self.b - lr * (2 / n) * error.sum()
        return losses
