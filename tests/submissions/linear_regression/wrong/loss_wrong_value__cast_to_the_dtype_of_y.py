# expect: loss-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = np.matmul(X, self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat.astype(y.dtype) - y) ** 2)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        err = y_hat - y
        dw = 2 / n * X.T @ err
        db = 2 / n * np.sum(err)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n, d = X.shape
        losses = []
        for i in range(epochs):
            error = X @ self.w + self.b - y
            losses.append(float((error ** 2).mean()))
            dw = 2 * X.T @ error / n
            db = 2 * error.sum() / n
            self.w -= lr * dw
            self.b -= lr * db
        return losses
