# expect: gradient-bias-sign-flipped
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        A = np.concatenate([X, -np.ones((len(X), 1))], axis=1)  # <-- here
        g = 2 * (y_hat - y) @ A / len(X)
        return g[:X.shape[1]], g[X.shape[1]]

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000):
        """Batch gradient descent; returns the loss of every epoch."""
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = float(self.compute_loss(y_pred, y))
            gradients = self.compute_gradients(X, y, y_pred)
            self.w = self.w - lr * gradients[0]
            self.b = self.b - lr * gradients[1]
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
