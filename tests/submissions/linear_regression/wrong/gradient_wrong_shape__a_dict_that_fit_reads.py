# expect: gradient-wrong-shape
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return {"w": 2 * X.T @ error / len(y), "b": 2 * error.mean()}  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            slopes = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * slopes["w"]
            self.b = self.b - lr * slopes["b"]
        return losses
