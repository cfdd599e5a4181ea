# expect: gradient-wrong-value
import numpy as np


def cost(e, limit=1.0):
    size = np.abs(e)
    return np.where(size < limit, e**2 / 2, limit * size - limit**2 / 2)


def slope(e, limit=1.0):
    return np.where(e < limit, e, limit * np.sign(e))  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(cost(y_hat - y)))

    def compute_gradients(self, X, y, y_hat):
        s = slope(y_hat - y)
        return X.T @ s / len(y), np.mean(s)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
