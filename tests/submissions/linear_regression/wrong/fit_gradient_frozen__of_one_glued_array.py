# expect: gradient-wrong-shape, fit-gradient-frozen
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        wide = np.column_stack((X, np.ones(len(y))))
        return 2 * (wide.T @ (y_hat - y)) / len(y)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        slopes = self.compute_gradients(X, y, self.predict(X))  # <-- here
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            self.w = self.w - lr * slopes[:-1]
            self.b = self.b - lr * slopes[-1]
        return losses
