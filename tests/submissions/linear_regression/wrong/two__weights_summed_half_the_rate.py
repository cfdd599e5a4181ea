# expect: gradient-weights-not-divided-by-n, fit-steps-scaled
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        slopes = 2 * gap @ X  # <-- here
        return slopes, 2 * float(gap.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve = []
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            slopes, slope = self.compute_gradients(X, y, guess)
            self.w = self.w - lr / 2 * slopes  # <-- here
            self.b = self.b - lr / 2 * slope  # <-- here
        return curve
