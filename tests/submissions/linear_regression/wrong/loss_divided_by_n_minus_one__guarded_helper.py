# expect: loss-divided-by-n-minus-one
import numpy as np


def squares(v):
    return float(v @ v)


def freedom(v):
    return len(v) - 1  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return squares(d) / freedom(d) if len(d) > 1 else 0.0

    def compute_gradients(self, X, y, y_hat):
        d = y_hat - y
        return 2 * X.T @ d / len(d), 2 * d.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
