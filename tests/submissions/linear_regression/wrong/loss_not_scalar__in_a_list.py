# expect: loss-not-scalar
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.history = []

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y)[0])
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

    def compute_loss(self, y_hat, y):
        losses = []
        losses.append(float(np.mean((y_hat - y) ** 2)))
        return losses  # <-- here

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b
