# expect: mutates-input
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def compute_gradients(self, X, y, y_hat):
        design = np.column_stack((X, np.ones(X.shape[0])))
        full = 2 * design.T @ (y_hat - y) / X.shape[0]
        return full[:-1], full[-1]

    def predict(self, X):
        y_hat = X.dot(self.w)
        y_hat = y_hat + self.b
        return y_hat

    def fit(self, X, y, lr=0.01, epochs=1000):
        """Plain batch gradient descent, everything written out."""
        losses = []
        for epoch in range(epochs):
            delta = (X * self.w).sum(axis=1) + self.b - y
            losses.append(float(np.square(delta).mean()))
            step_w = 2 * np.mean(X * delta[:, None], axis=0)
            step_b = 2 * np.mean(delta)
            self.w = self.w - lr * step_w
            self.b = self.b - lr * step_b
        return losses

    def compute_loss(self, y_hat, y):
        np.subtract(y_hat, y, out=y)  # <-- here
        return np.dot(y, y) / y.shape[0]
