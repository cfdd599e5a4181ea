# expect: gradient-wrong-shape
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        error = y_hat - y
        error **= 2
        return float(error.mean())

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = X.T @ error
        dw *= 2
        dw *= n
        db = error.sum()
        db *= 2 / n
        return db, dw  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
