# expect: parameters-missing
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.size = n_features  # <-- here
        self.begun = False

    def _begin(self):
        self.w, self.b, self.begun = np.zeros(self.size), 0.0, True

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        if not self.begun:
            self._begin()
        curve = []
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return curve
