# expect: gradient-missing-transpose
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        Xt = np.asarray(X).T
        residual = y_hat - y
        dw = np.dot(Xt.T, residual)  # <-- here
        db = residual.sum()
        return tuple(2 * g / len(residual) for g in (dw, db))

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000):
        """Batch gradient descent; returns the loss of every epoch."""
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = float(self.compute_loss(y_pred, y))
            gradients = self.compute_gradients(X, y, y_pred)
            self.w = self.w - lr * gradients[0]
            self.b = self.b - lr * gradients[1]
        return losses
