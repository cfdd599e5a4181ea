# expect: gradient-wrong-value
import numpy as np

BEND = 1.0


def cost(r):
    size = np.abs(r)
    return np.where(size > BEND, BEND * (size - BEND / 2), r**2 / 2)


def slope(r):
    return r  # <-- here


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
        return s @ X / len(s), s.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
