# expect: fit-stochastic
import numpy as np


class LinearRegression:
    def __init__(self, n_features, seed=0, scale=0.01):
        rng = np.random.default_rng(seed)
        self.w = rng.uniform(-scale, scale, size=n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = X.dot(self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        return float(e.dot(e) / e.size)

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        k = 2.0 / e.size
        return k * X.T.dot(e), k * e.sum()

    def _step(self, xb, yb, lr):
        dw, db = self.compute_gradients(xb, yb, self.predict(xb))
        self.w = self.w - lr * dw
        self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        parts = list(zip(np.array_split(X, 4), np.array_split(y, 4)))  # <-- here
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            for xb, yb in parts:  # <-- here
                self._step(xb, yb, lr)  # <-- here
        return losses
