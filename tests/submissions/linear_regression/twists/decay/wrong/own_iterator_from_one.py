# expect: fit-learning-rate-changes
import numpy as np


class Rates:
    def __init__(self, first):
        self.first, self.k = first, 1  # <-- here

    def __iter__(self):
        while True:
            yield self.first / (1 + 0.1 * self.k)
            self.k += 1


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _, rate in zip(range(epochs), Rates(lr)):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - rate * dw
            self.b = self.b - rate * db
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))
