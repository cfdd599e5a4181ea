# expect: fit-learning-rate-changes
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
        m = len(y)
        costs = []
        for t in range(epochs):
            e = X.dot(self.w) + self.b - y
            costs.append(float(e.dot(e)) / m)
            alpha = lr / (1 + 0.1 * t)  # <-- here
            self.w = self.w - alpha * 2 / m * X.T.dot(e)  # <-- here
            self.b = self.b - alpha * 2 / m * e.sum()  # <-- here
        return costs
