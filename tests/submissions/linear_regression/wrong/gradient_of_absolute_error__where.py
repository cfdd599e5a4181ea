# expect: gradient-of-absolute-error
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def compute_gradients(self, X, y, y_hat):
        direction = np.where(y_hat > y, 1.0, np.where(y_hat < y, -1.0, 0.0))  # <-- here
        A = np.column_stack([np.ones(len(X)), X])
        g = 2 * np.mean(A * direction[:, None], axis=0)
        return g[1:], g[0]

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
