# expect: loss-absolute
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y, ord=1) / len(y))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            history += [loss]
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
