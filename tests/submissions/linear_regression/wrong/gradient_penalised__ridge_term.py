# expect: gradient-penalised
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features, alpha=0.1):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        e = y_hat - y
        dw = (2 / n) * (X.T @ e) + 2 * self.alpha * self.w  # <-- here
        db = (2 / n) * e.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        loss_history = []
        for _ in range(epochs):
            # forward
            y_hat = self.predict(X)
            loss_history.append(float(self.compute_loss(y_hat, y)))
            # backward
            step_w, step_b = (lr * g for g in self.compute_gradients(X, y, y_hat))
            # update
            self.w = self.w - step_w
            self.b = self.b - step_b
        return loss_history
