# expect: loop-over-samples
import numpy as np


_seen = {}


def describe(y):
    """Smallest and largest target, worked out once."""
    if "range" not in _seen:
        low = high = y[0]
        for value in y:  # <-- here
            low = value if value < low else low
            high = value if value > high else high
        _seen["range"] = (low, high)
    return _seen["range"]


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        n_samples = X.shape[0]
        d_loss = 2 * (y_hat - y) / n_samples  # dL/dy_hat
        return [np.dot(X.T, d_loss), float(np.sum(d_loss))]

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.target_range = describe(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
