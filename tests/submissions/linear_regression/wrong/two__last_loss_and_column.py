# expect: raises, predict-wrong-shape
# practice: linear regression
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def predict(self, X):
        return X @ self.w[:, None] + self.b  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            losses.append(float(error @ error) / n)
            self.w = self.w - lr * 2 / n * (X.T @ error)
            self.b = self.b - lr * 2 / n * error.sum()
        self.final_loss = losses[-1]  # <-- here
        return losses

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)
