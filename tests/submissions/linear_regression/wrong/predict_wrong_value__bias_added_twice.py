# expect: predict-wrong-value
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        self.n_features = n_features
        self.reset()

    def reset(self):
        """Back to the starting point."""
        self.w = np.zeros(self.n_features)
        self.b = 0.0

    def predict(self, X):
        design = np.hstack([X, np.ones((len(X), 1))])
        params = np.hstack([self.w, self.b])
        return design @ params + self.b  # <-- here

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        residual = y - y_hat
        return np.einsum("i,i->", residual, residual) / residual.size

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        history = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            history.append(float(error @ error) / n)
            self.w = self.w - lr * 2 * (error @ X) / n
            self.b = self.b - lr * 2 * error.mean()
        return history
