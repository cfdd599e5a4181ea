# expect: quadratic-memory
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        # E[e^2] = Var[e] + E[e]^2, the variance from all pairs
        e = y_hat - y
        pairs = np.square(e[:, None] - e[None, :])  # <-- here
        return float(0.5 * pairs.mean() + e.mean() ** 2)

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradient of the MSE with respect to w and to b."""
        m = X.shape[0]
        residual = y_hat - y
        grad_w = residual @ X
        grad_b = residual.sum()
        return 2 * grad_w / m, 2 * grad_b / m

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
