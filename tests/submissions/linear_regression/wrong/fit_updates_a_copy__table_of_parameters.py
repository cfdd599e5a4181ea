# expect: fit-updates-a-copy
import numpy as np


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
        curve, table = [], {"w": self.w.copy(), "b": self.b}
        for _ in range(epochs):
            guess = X @ table["w"] + table["b"]
            curve.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, y, guess)
            table["w"] -= lr * slope  # <-- here
            table["b"] -= lr * shift
        return curve
