# expect: fit-stochastic
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
        rest = y_hat - y
        return 2 * rest @ X / rest.size, 2 * float(rest.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, rng = [], np.random.default_rng(3)
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            some = rng.permutation(len(y))[: (len(y) + 1) // 2]  # <-- here
            part = X[some]
            gap = part @ self.w + self.b - y[some]
            self.w = self.w - lr * 2 * (gap @ part) / gap.size
            self.b = self.b - lr * 2 * gap.mean()
        return losses
