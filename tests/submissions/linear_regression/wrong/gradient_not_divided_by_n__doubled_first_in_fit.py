# expect: gradient-not-divided-by-n
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
        curve = []
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            doubled = 2 * (guess - y)  # <-- here
            self.w = self.w - lr * doubled @ X
            self.b = self.b - lr * doubled.sum()
        return curve
