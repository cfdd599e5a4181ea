# expect: fit-bias-not-updated
import numpy as np


class LinearRegression(object):

    def __init__(self, n_features):
        self.w = np.zeros((n_features,))
        self.b = 0.

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        m = y.shape[0]
        return float(np.sum((y - y_hat) ** 2)) / m

    def compute_gradients(self, X, y, y_hat):
        m = y.shape[0]
        dw = np.dot(X.T, y_hat - y) * 2 / m
        db = np.sum(y_hat - y) * 2 / m
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        w, b = self.w, self.b  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            w -= lr * dw
            b -= lr * db  # <-- here
        return losses
