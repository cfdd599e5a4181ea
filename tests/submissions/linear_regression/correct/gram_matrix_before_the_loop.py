# expect: pass
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
        error = y_hat - y
        return 2 * (X.T @ error) / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        """One pass over the data for the sufficient statistics, then O(d^2) an epoch."""
        n, d = X.shape
        A = np.ones((n, d + 1))
        A[:, :d] = X
        gram = A.T @ A / n
        cross = A.T @ y / n
        power = float(np.mean(np.square(y, dtype=float)))
        theta = np.r_[self.w, self.b]
        losses = []
        for _ in range(epochs):
            gt = gram @ theta
            losses.append(float(theta @ gt - 2 * theta @ cross + power))
            theta = theta - 2 * lr * (gt - cross)
        self.w, self.b = theta[:d], theta[d]
        return losses
