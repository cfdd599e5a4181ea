# expect: predict-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        costs = []
        count = len(X)
        done = 0
        while done < epochs:
            gap = y - (X.dot(self.w) + self.b)
            costs.append(np.linalg.norm(gap) ** 2 / count)
            self.w = self.w + lr * 2 / count * X.T.dot(gap)
            self.b = self.b + lr * 2 / count * gap.sum()
            done += 1
        return costs

    def predict(self, X):
        return np.sum(X * self.w + self.b, axis=1)  # <-- here

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean()

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]
