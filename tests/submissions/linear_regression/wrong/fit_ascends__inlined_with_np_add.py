# expect: fit-ascends
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
        m, d = X.shape
        cost_history = []
        for i in range(epochs):
            z = np.dot(X, self.w) + self.b
            cost_history.append(float(np.sum((z - y) ** 2) / m))
            dw = 2 * np.dot(X.T, z - y) / m
            db = 2 * np.sum(z - y) / m
            self.w = np.add(self.w, lr * dw)  # <-- here
            self.b = np.add(self.b, lr * db)  # <-- here
        return cost_history
