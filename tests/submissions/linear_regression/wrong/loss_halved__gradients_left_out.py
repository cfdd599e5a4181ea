# expect: loss-halved
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        generator = np.random.RandomState(42)
        self.w = generator.randn(n_features) * 0.01
        self.b = generator.uniform(-0.01, 0.01)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m = X.shape[0]
        w, b = self.w, self.b
        for _ in range(epochs):
            residual = np.dot(X, w) + b - y
            losses.append(np.mean(residual ** 2))
            w = w - lr * (2 / m) * np.dot(X.T, residual)
            b = b - lr * (2 / m) * np.sum(residual)
        self.w, self.b = w, b
        return losses

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return np.dot(r, r) / (2.0 * len(r))  # <-- here

    def predict(self, X):
        return self.w @ X.T + self.b
