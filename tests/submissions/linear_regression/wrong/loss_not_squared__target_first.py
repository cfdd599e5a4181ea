# expect: loss-not-squared, loss-not-squared|loss-sign-flipped
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def compute_loss(self, y_hat, y):
        return np.average(y - y_hat)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def predict(self, X):
        return self.w @ X.T + self.b

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
