# expect: predict-transposes-x|predict-swaps-operands
import numpy as np


class Affine:
    """w and b, and what they do to a batch."""

    w: np.ndarray
    b: float

    def predict(self, X):
        return np.inner(X.T, self.w) + self.b  # <-- here


class Squared:
    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean(np.square(y_hat - y)))

    @staticmethod
    def compute_gradients(X, y, y_hat):
        g = 2 * (y_hat - y) / y.size
        return g @ X, g.sum()


class LinearRegression(Affine, Squared):
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
