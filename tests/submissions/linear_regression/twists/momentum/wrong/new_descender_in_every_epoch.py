# expect: twist-ignored
import numpy as np


class Descender:
    def __init__(self, lr, keep=0.9):
        self.lr, self.keep = lr, keep
        self.speeds = None

    def move(self, values, slopes):
        if self.speeds is None:
            self.speeds = slopes
        else:
            self.speeds = [self.keep * v + g for v, g in zip(self.speeds, slopes)]
        return [value - self.lr * v for value, v in zip(values, self.speeds)]


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * float(gap.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            descender = Descender(lr)  # <-- here
            self.w, self.b = descender.move((self.w, self.b), self.compute_gradients(X, y, y_hat))
        return losses
