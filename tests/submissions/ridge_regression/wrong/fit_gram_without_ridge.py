# expect: gradient-not-penalised
import numpy as np


class RidgeRegression(object):
    def __init__(self, n_features, alpha=1.0):
        self.reg = alpha
        self.w, self.b = np.zeros((n_features,)), 0.0

    def predict(self, X):
        out = np.dot(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        m = y.shape[0]
        diff = np.subtract(y_hat, y)
        data_cost = np.dot(diff, diff) / m
        reg_cost = self.reg * np.dot(self.w, self.w)
        return float(data_cost + reg_cost)

    def compute_gradients(self, X, y, y_hat):
        m = y.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2 * np.dot(X.T, diff) / m
        dw = dw + 2 * self.reg * self.w
        db = 2 * np.sum(diff) / m
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        m, d = X.shape
        costs = []
        for _ in range(epochs):
            pred = np.dot(X, self.w) + self.b
            costs.append(self.compute_loss(pred, y))
            err = pred - y
            grad = np.dot(err, X) * 2 / m  # <-- here
            self.b = self.b - lr * 2 * np.mean(err)
            self.w = self.w - lr * grad
        return costs
