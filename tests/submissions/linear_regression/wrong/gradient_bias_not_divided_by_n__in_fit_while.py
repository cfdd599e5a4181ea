# expect: gradient-bias-not-divided-by-n
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        return 2 * np.mean(X * err[:, None], axis=0), 2 * err.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        inv_n = 1.0 / X.shape[0]
        while len(history) < epochs:
            residual = self.predict(X) - y
            history.append(float(np.mean(residual * residual)))
            dw = 2.0 * inv_n * (residual @ X)
            db = 2.0 * residual.sum()  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
