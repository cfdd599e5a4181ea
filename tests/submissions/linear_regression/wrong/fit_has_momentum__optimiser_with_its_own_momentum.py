# expect: fit-has-momentum
import numpy as np


class Optimiser:
    def __init__(self, rate, momentum=0.0):
        self.rate, self.momentum = rate, momentum
        self.velocity = None

    def moves(self, slopes):
        old = self.velocity or [0.0] * len(slopes)
        self.velocity = [0.9 * v + s for v, s in zip(old, slopes)]  # <-- here
        return [self.rate * v for v in self.velocity]


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        optimiser = Optimiser(lr)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            move_w, move_b = optimiser.moves(self.compute_gradients(X, y, y_hat))
            self.w = self.w - move_w
            self.b = self.b - move_b
        return losses
