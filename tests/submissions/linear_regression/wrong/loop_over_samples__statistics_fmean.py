# expect: loop-over-samples
import statistics

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return statistics.fmean((y_hat - y) ** 2)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        delta = np.subtract(y_hat, y)
        dw = np.tensordot(delta, X, axes=(0, 0))
        db = delta.sum()
        scale = 2.0 / delta.shape[0]
        return scale * dw, scale * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
