# expect: gradient-missing-transpose
#!/usr/bin/env python3
import numpy as np


def project(matrix, vector):
    return np.einsum("ij,j->i", matrix, vector)  # <-- here


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        g = 2 * (y_hat - y) / X.shape[0]
        return project(X, g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        record = losses.append
        for _ in range(epochs):
            prediction = self.predict(X)
            record(self.compute_loss(prediction, y))
            grads = dict(zip(("w", "b"), self.compute_gradients(X, y, prediction)))
            for name, grad in grads.items():
                setattr(self, name, getattr(self, name) - lr * grad)
        return losses
