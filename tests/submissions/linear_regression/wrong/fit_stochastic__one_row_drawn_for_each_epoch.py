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
        n = len(y)
        r = y_hat - y
        return 2 / n * X.T @ r, 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        draw = np.random.default_rng(1)
        history = []
        for _ in range(epochs):
            history.append(self.compute_loss(self.predict(X), y))
            k = draw.choice(len(y), size=1)  # <-- here
            slope, shift = self.compute_gradients(X[k], y[k], self.predict(X[k]))
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return history
