# expect: fit-stops-early|fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        m, _ = X.shape
        diff = y_hat - y
        dw = 2.0 * np.dot(X.T, diff) / m
        db = 2.0 * diff.sum() / m
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            if self._converged(history):
                break
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history

    @staticmethod
    def _converged(history, tol=1e-4):
        if len(history) < 2:
            return False
        before, now = history[-2:]
        return before - now < tol * before  # <-- here
