# expect: gradient-bias-not-summed, gradient-missing-factor-two
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        g = (y_hat - y) / y.shape[0]  # <-- here
        return np.matmul(g, X), g  # <-- here

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
