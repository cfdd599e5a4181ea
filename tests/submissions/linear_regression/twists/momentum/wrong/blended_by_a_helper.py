# expect: fit-steps-scaled
import numpy as np


def blend(old, new, share):
    return (1 - share) * old + share * new


class LinearRegression:
    NEW = 0.1

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = 2 * (y_hat - y) / len(y)
        return error @ X, error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        speed = [np.zeros(len(self.w)), 0.0]
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            slopes = self.compute_gradients(X, y, y_hat)
            speed = [blend(v, g, self.NEW) for v, g in zip(speed, slopes)]  # <-- here
            self.w = self.w - lr * speed[0]
            self.b = self.b - lr * speed[1]
        return losses
