# expect: fit-bias-not-updated
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
        costs = []
        n = len(X)
        while len(costs) != epochs:
            err = X @ self.w + self.b - y
            costs.append(float(np.mean(err ** 2)))
            self.w = self.w - lr * 2 / n * X.T @ err
            self.b == self.b - lr * 2 / n * err.sum()  # <-- here
        return costs
