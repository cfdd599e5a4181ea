# expect: gradient-not-divided-by-n, fit-has-momentum
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        twice = 2 * (y_hat - y)  # <-- here
        return X.T @ twice, twice.sum()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        mw, mb = 0.0, 0.0
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            mw, mb = 0.5 * mw + lr * dw, 0.5 * mb + lr * db  # <-- here
            self.w = self.w - mw  # <-- here
            self.b = self.b - mb  # <-- here
        return losses
