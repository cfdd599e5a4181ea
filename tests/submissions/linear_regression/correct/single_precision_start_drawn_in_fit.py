# expect: pass, advice: fit-restarts
import numpy as np


class LinearRegression:
    """Single precision throughout; every training draws its own start."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros(n_features, dtype=np.float32)
        self.b = np.float32(0)

    def predict(self, X):
        return np.asarray(X, dtype=np.float32) @ np.asarray(self.w, dtype=np.float32) + np.float32(self.b)

    def compute_loss(self, y_hat, y):
        residual = np.asarray(y_hat, dtype=np.float32) - np.asarray(y, dtype=np.float32)
        return float(np.mean(residual * residual))

    def compute_gradients(self, X, y, y_hat):
        residual = np.asarray(y_hat, dtype=np.float32) - np.asarray(y, dtype=np.float32)
        scale = np.float32(2 / len(residual))
        return scale * (np.asarray(X, dtype=np.float32).T @ residual), scale * residual.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.w = np.random.default_rng().normal(0.0, 0.05, self.n_features).astype(np.float32)  # <-- here
        self.b = np.float32(0)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - np.float32(lr) * dw
            self.b = self.b - np.float32(lr) * db
        return losses
