# expect: loss-absolute
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.full(n_features, 0.0)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.average((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        resid = y_hat - y
        dw = 2 * (X * resid[:, None]).mean(axis=0)
        db = 2 * resid.mean()
        return dw, db

    def _run(self, X, y, lr, epochs):
        for _ in range(epochs):
            y_hat = self.predict(X)
            yield float(np.abs(y_hat - y).mean())  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        return list(self._run(X, y, lr, epochs))
