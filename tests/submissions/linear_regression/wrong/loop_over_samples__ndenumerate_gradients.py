# expect: loop-over-samples
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        dw = np.zeros(X.shape[1])
        for (i, j), value in np.ndenumerate(X):  # <-- here
            dw[j] += value * error[i]
        return 2 * dw / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._epoch(X, y, lr) for _ in range(epochs)]

    def _epoch(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
        return loss
