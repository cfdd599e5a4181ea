# expect: gradient-divided-by-features
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
        error = y_hat - y
        dw = 2 * error @ X / X.shape[1]  # <-- here
        db = 2 * error.mean()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            error = self.predict(X) - y
            losses.append(float(np.mean(error ** 2)))
            self.w = self.w - lr * 2 / len(y) * X.T @ error
            self.b = self.b - lr * 2 * error.mean()
        return losses
