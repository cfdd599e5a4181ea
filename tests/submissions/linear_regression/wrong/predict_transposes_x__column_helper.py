# expect: predict-transposes-x|predict-swaps-operands
"""My take on the interview kata."""
import numpy as np


def as_columns(X):
    return np.swapaxes(np.asarray(X), 0, 1)  # <-- here

class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

    def predict(self, X):
        return as_columns(X).dot(self.w) + self.b  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))
