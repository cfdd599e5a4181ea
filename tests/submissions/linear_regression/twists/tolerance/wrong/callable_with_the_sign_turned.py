# expect: twist-ignored
import numpy as np


class Plateau:
    """Called with each loss; true when the loss falls by less than `least`."""

    def __init__(self, least=1e-4):
        self.least = least
        self.before = None

    def __call__(self, loss):
        if self.before is None:
            self.before = loss
            return False
        flat = loss - self.before > self.least  # <-- here
        self.before = loss
        return flat


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        plateau = Plateau()
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            if plateau(losses[-1]):
                break
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
