# expect: quadratic-memory
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
        averaging = np.diag(np.full(m, 1.0 / m))  # <-- here
        dw = 2 * np.dot(X.T, averaging @ diff) + 2 * self.reg * self.w
        db = 2 * np.sum(diff) / m
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        cost_history = []
        for i in range(epochs):
            y_pred = self.predict(X)
            cost = self.compute_loss(y_pred, y)
            cost_history.append(cost)
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return cost_history
