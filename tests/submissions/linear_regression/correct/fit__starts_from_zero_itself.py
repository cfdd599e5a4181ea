# expect: pass, advice: fit-restarts
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
        m, n = X.shape
        w, b = np.zeros(n), 0.0  # <-- here
        costs = []
        for _ in range(epochs):
            e = np.dot(X, w) + b - y
            costs.append(float(np.dot(e, e) / m))
            w = w - lr * 2 / m * np.dot(X.T, e)
            b = b - lr * 2 / m * np.sum(e)
        self.w, self.b = w, b
        return costs
