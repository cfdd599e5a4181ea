# expect: parameters-missing
import numpy as np


def _half_gradient(X, residual):
    """Gradient of half the mean squared error."""
    m = residual.shape[0]
    return np.append(X.T @ residual, residual.sum()) / m


class LinearRegression:
    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)

    w = property(
        lambda self: self.theta[:-1],
        lambda self, value: self.theta.__setitem__(slice(None, -1), value),
    )
    b = property(
        lambda self: self.theta[-2],  # <-- here
        lambda self, value: self.theta.__setitem__(-1, value),
    )

    def predict(self, X):
        return X @ self.theta[:-1] + self.theta[-1]

    def compute_loss(self, y_hat, y):
        half = np.sum((y - y_hat) ** 2) / (2 * len(y))
        return float(half + half)

    def compute_gradients(self, X, y, y_hat):
        g = _half_gradient(X, y_hat - y)
        return 2 * g[:-1], 2 * g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        J = []
        # the derivative of half the loss, so the rate is doubled
        alpha = 2 * lr
        for _ in range(epochs):
            h = self.predict(X)
            J.append(self.compute_loss(h, y))
            self.theta = self.theta - alpha * _half_gradient(X, h - y)
        return J
