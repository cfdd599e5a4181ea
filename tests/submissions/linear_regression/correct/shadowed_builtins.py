# expect: pass
import numpy as np


def sum(values):
    return np.add.reduce(values)


def map(function, values):
    return function(values)


def list(array):
    return np.asarray(array)


fsum = np.sum


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return list(X) @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(sum((y_hat - y) ** 2) / len(y))

    def compute_gradients(self, X, y, y_hat):
        error = map(np.negative, y - y_hat)
        return 2 * list(X.T) @ error / len(y), 2 * fsum(error) / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
