# expect: fit-ignores-learning-rate
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
        m = X.shape[0]
        J = []
        for _ in range(epochs):
            h = X.dot(self.w) + self.b
            J.append(float(((h - y) ** 2).sum() / m))
            dw = 2.0 / m * X.T.dot(h - y)
            db = 2.0 / m * (h - y).sum()
            self.w = self.w - dw  # <-- here
            self.b = self.b - db  # <-- here
        return J
