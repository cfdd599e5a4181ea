# expect: gradient-wrong-value
import numpy as np


def slopes(X, error):
    return 1.7 / len(error) * (X.T @ error), 2.3 / len(error) * float(np.sum(error))  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        return slopes(X, y_hat - y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            losses.append(float(np.mean(error ** 2)))
            dw, db = slopes(X, error)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
