# expect: gradient-returned-swapped, fit-unpacks-swapped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return self.b + np.dot(X, self.w)

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        db = 2 * error.sum() / n
        dw = 2 * X.T.dot(error) / n
        return db, dw  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            db, dw = self.compute_gradients(X, y, y_hat)  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
