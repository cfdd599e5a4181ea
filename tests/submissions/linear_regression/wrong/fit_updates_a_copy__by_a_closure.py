# expect: fit-updates-a-copy
import numpy as np


def stepper(rate):
    def go(value, slope):
        return value - rate * slope

    return go


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
        return 2 * error @ X / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        go = stepper(lr)
        weights, bias = self.w, self.b  # <-- here
        curve = []
        for _ in range(epochs):
            guess = X @ weights + bias
            curve.append(self.compute_loss(guess, y))
            slopes, slope = self.compute_gradients(X, y, guess)
            weights = go(weights, slopes)  # <-- here
            bias = go(bias, slope)  # <-- here
        return curve
