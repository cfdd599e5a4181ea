# expect: fit-history-wrong-value
import numpy as np


class Average:
    def __init__(self):
        self.entries = []

    def __call__(self, entry):
        self.entries.append(entry)
        return sum(self.entries) / len(self.entries)


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
        return 2 * gap @ X / len(y), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve, smooth = [], Average()
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(smooth(self.compute_loss(guess, y)))  # <-- here
            slope, shift = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return curve
