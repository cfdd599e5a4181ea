# expect: fit-steps-scaled
import numpy as np


def lerp(a, b, t):
    """From a to b: a for t = 0, b for t = 1."""
    return a + t * (b - a)


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
        losses, v_w, v_b = [], np.zeros_like(self.w), 0.0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            v_w, v_b = lerp(v_w, dw, 0.1), lerp(v_b, db, 0.1)  # <-- here
            self.w = self.w - lr * v_w
            self.b = self.b - lr * v_b
        return losses
