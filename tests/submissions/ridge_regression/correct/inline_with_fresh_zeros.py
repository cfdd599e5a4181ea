# expect: pass, advice: fit-restarts
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
        w, b, costs = np.zeros(d), 0.0, []  # <-- here
        for _ in range(epochs):
            diff = np.dot(X, w) + b - y
            costs.append(float(np.dot(diff, diff) / m + self.reg * np.dot(w, w)))
            w, b = w - lr * (2 * np.dot(diff, X) / m + 2 * self.reg * w), b - lr * 2 * diff.mean()
        self.w, self.b = w, b
        return costs
