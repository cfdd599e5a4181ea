# expect: gradient-missing-transpose
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        n = r.shape[0]
        return r @ X.T * (2.0 / n), r.sum() * (2.0 / n)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
