# expect: fit-history-wrong-value
import numpy as np


class Record:
    def __init__(self):
        self.costs = []
        self.slopes = []

    def keep(self, cost, slope):
        self.costs.append(cost)
        self.slopes.append(slope)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * X.T @ e / len(y), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        record = Record()
        for _ in range(epochs):
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            steepness = float(np.linalg.norm(dw))
            record.keep(steepness, self.compute_loss(y_hat, y))  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return record.costs
