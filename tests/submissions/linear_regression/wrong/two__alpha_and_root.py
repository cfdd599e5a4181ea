# expect: wrong-signature, loss-root
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def compute_loss(self, y_hat, y):
        return np.linalg.norm(y_hat - y) / len(y) ** 0.5  # <-- here

    def fit(self, X, y, alpha=0.01, iterations=1000):  # <-- here
        losses = []
        for _ in range(iterations):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - alpha * dw
            self.b = self.b - alpha * db
        return losses

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b
