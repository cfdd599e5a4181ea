# expect: gradient-penalises-bias
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        slopes = (2 * gap @ X / len(y), 2 * gap.mean())
        dw, db = (s + 2 * self.alpha * p for s, p in zip(slopes, (self.w, self.b)))  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
