# expect: loss-sign-flipped
import numpy as np


def negative_mse(truth, guess):
    return -np.mean((guess - truth) ** 2)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return negative_mse(y, y_hat)

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
