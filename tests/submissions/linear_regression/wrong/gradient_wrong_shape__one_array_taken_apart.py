# expect: gradient-wrong-shape
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.c_[X, np.ones(len(X))] @ np.append(self.w, self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        return np.c_[X, np.ones(len(X))].T @ (y_hat - y) * 2 / len(y)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve = []
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            *slope, shift = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * np.asarray(slope)
            self.b = self.b - lr * shift
        return curve
