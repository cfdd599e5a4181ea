# expect: too-much-memory, predict-elementwise
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def compute_loss(self, y_hat, y):
        weights = np.full((10**6, 10**6), 1.0)  # <-- here
        r = (y_hat - y) * weights[0, : len(y)]
        return float(np.mean(r ** 2))

    def predict(self, X):
        return X * self.w + self.b  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        history = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            history.append(float(error @ error) / n)
            self.w = self.w - lr * 2 * (error @ X) / n
            self.b = self.b - lr * 2 * error.mean()
        return history

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()
