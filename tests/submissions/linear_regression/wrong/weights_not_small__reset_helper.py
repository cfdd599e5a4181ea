# expect: weights-not-small
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features, low=-3.0, high=3.0):
        self._initialise(n_features, low, high)

    def _initialise(self, n_features, low, high):
        rng = np.random.default_rng(1)
        self.w = rng.uniform(low, high, n_features)  # <-- here
        self.b = 0.0

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean()

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        """Plain batch gradient descent, everything written out."""
        losses = []
        for epoch in range(epochs):
            delta = (X * self.w).sum(axis=1) + self.b - y
            losses.append(float(np.square(delta).mean()))
            step_w = 2 * np.mean(X * delta[:, None], axis=0)
            step_b = 2 * np.mean(delta)
            self.w = self.w - lr * step_w
            self.b = self.b - lr * step_b
        return losses

    def predict(self, X):
        return np.add(np.inner(X, self.w), self.b)
