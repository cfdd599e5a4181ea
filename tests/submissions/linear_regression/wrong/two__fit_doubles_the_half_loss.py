# expect: loss-halved, fit-history-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return 0.5 * float(np.mean((y_hat - y) ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        return 2 / n * X.T.dot(y_hat - y), 2 / n * (y_hat - y).sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        half = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            half.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return [2 * value for value in half]  # <-- here
