# expect: gradient-bias-sign-flipped
# Linear regression from scratch

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        dw = 2 * (error @ X) / error.size
        db = 2 * (np.mean(y) - np.mean(y_hat))  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
