# expect: gradient-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        small = np.abs(r) <= 1
        return float(np.where(small, r * r / 2, np.abs(r) - 0.5).mean())

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        s = np.where(np.abs(r) <= 1, r, 1.0)  # <-- here
        return X.T @ s / len(y), s.mean()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
