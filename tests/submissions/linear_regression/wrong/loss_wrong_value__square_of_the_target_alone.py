# expect: loss-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        squares = y_hat - y ** 2  # <-- here
        return float(np.sum(squares) / len(y))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        residual = y_hat - y
        return X.T @ residual * 2 / n, float(np.sum(residual) * 2 / n)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
