# expect: loop-over-samples
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
        dw, db = np.zeros(X.shape[1]), 0.0
        i = 0
        while i < len(y):  # <-- here
            error = y_hat[i] - y[i]
            for j in range(X.shape[1]):
                dw[j] += 2 * error * X[i, j] / len(y)
            db += 2 * error / len(y)
            i += 1
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
