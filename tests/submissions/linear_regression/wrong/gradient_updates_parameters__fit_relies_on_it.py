# expect: gradient-updates-parameters, gradient-updates-parameters|fit-updates-a-copy|fit-ignores-learning-rate|fit-wrong-value|fit-does-not-converge
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features, lr=0.01):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.lr = lr

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (error @ X)
        db = (2 / n) * error.sum()
        self.w = self.w - self.lr * dw  # <-- here
        self.b = self.b - self.lr * db  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.lr = lr
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self.compute_gradients(X, y, y_hat)
        return losses
