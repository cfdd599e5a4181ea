# expect: predict-ignores-bias, fit-bias-not-updated
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.matmul(X, self.w)  # <-- here

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 / len(r) * np.matmul(X.T, r), 2 / len(r) * np.sum(r)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw = self.compute_gradients(X, y, y_hat)[0]
            self.w = self.w - lr * dw  # <-- here
        return losses
