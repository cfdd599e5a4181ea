# expect: loss-penalised, gradient-penalised
import numpy as np


class Shrinkage:
    def __init__(self, strength):
        self.strength = strength

    def cost(self, w):
        return self.strength * np.sum(w ** 2)

    def slope(self, w):
        return 2 * self.strength * w


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.shrinkage = Shrinkage(0.05)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        error = np.mean((y_hat - y) ** 2)
        return float(error + self.shrinkage.cost(self.w))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        slope = 2 * gap @ X / len(y)
        slope = slope + self.shrinkage.slope(self.w)  # <-- here
        return slope, 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve = []
        for _ in range(epochs):
            guess = self.predict(X)
            curve.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return curve
