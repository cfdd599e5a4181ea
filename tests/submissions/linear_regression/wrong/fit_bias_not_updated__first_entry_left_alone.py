# expect: fit-bias-not-updated
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
        slope = 2.0 / y.size * (y_hat - y)
        return slope @ X, slope.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        design = np.hstack([np.ones((len(X), 1)), X])
        params = np.concatenate([[self.b], self.w])
        losses = []
        for _ in range(epochs):
            gap = design @ params - y
            losses.append(float(gap @ gap / len(gap)))
            slope = 2 * (design.T @ gap) / len(gap)
            params[1:] = params[1:] - lr * slope[1:]  # <-- here
        self.b, self.w = float(params[0]), params[1:]
        return losses
