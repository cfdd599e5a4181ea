# expect: gradient-weights-collapsed
import numpy as np


class LinearModel:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())


class LinearRegression(LinearModel):
    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * X.T @ gap / len(gap), 2 * gap.sum() / len(gap)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = X.shape[0]
        losses = []
        for _ in range(epochs):
            err = X @ self.w + self.b - y
            losses.append(float(np.mean(err * err)))
            dw = 2 / n * np.sum(X * err[:, np.newaxis])  # <-- here
            db = 2 / n * np.sum(err)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
