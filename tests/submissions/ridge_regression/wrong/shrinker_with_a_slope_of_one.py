# expect: gradient-penalty-missing-factor-two
import numpy as np


class Shrinker:
    def __init__(self, strength):
        self.strength = strength

    def cost(self, v):
        return self.strength * v @ v

    def slope(self, v):
        return self.strength * v  # <-- here


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w, self.b = np.zeros(n_features), 0.0
        self.shrinker = Shrinker(alpha)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.shrinker.cost(self.w))

    def compute_gradients(self, X, y, y_hat):
        gap = 2 * (y_hat - y) / len(y)
        return gap @ X + self.shrinker.slope(self.w), gap.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
