# expect: mutates-input
import numpy as np

class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        scaled = 2.0 * (y_hat - y) / y.size
        return np.einsum("ij,i->j", X, scaled), scaled.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        np.negative(y, out=y)  # <-- here
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = X @ self.w + self.b + y
            losses.append(float(np.mean(error * error)))
            self.w = self.w - lr * (2 / n) * (X.T @ error)
            self.b = self.b - lr * (2 / n) * error.sum()
        return losses
