# expect: exits, loss-not-averaged
import sys

import numpy as np


class LinearRegression:
    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def predict(self, X):
        print(X @ self.w + self.b)
        sys.exit()  # <-- here

    def compute_loss(self, y_hat, y):
        return float(np.sum((y - y_hat) ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

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
