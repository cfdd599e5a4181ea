# expect: returns-none
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):  # <-- here
        error = np.mean((y_hat - y) ** 2)
        print("error", error)

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve = []
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return curve
