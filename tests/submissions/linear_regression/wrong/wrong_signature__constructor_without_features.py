# expect: wrong-signature
import numpy as np


class LinearRegression:
    def __init__(self):  # <-- here
        self.w = np.zeros(1)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        m = len(y)
        diff = y_hat - y
        return 2 / m * diff @ X, 2 / m * diff.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
