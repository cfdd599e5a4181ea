# expect: loss-not-averaged, loss-penalised
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
        n = len(y)
        err = y_hat - y
        return 2 / n * (X.T @ err), 2 / n * err.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.zeros(epochs)
        for epoch in range(epochs):
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            losses[epoch] = np.sum((y_hat - y) ** 2) + np.abs(self.w).sum()   # <-- here
            self.w -= lr * dw
            self.b -= lr * db
        return list(losses)
