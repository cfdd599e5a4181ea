# expect: twist-ignored
import numpy as np


class Watcher:
    def __init__(self):
        self.seen = []

    def is_flat(self, loss, tol=1e-4):
        if len(self.seen) < 1:
            return False  # <-- here
        self.seen.append(loss)  # <-- here
        return self.seen[-2] - self.seen[-1] < tol


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        watcher = Watcher()
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            if watcher.is_flat(losses[-1]):
                break
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
