# expect: gradient-not-divided-by-n, gradient-missing-factor-two
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return X.T @ error, error.sum()  # <-- here

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
