# expect: fit-steps-scaled
import numpy as np


def velocities(keep=0.9):
    v = 0.0
    while True:
        g = yield v
        v = keep * v + (1 - keep) * g  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, stream = [], velocities()
        next(stream)
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            v = stream.send(np.append(*self.compute_gradients(X, y, y_hat)))
            self.w = self.w - lr * v[:-1]
            self.b = self.b - lr * v[-1]
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))
