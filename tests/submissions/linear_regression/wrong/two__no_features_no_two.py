# expect: gradient-ignores-features, gradient-missing-factor-two
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        average = (y_hat - y).mean()  # <-- here
        return np.array([average] * X.shape[1]), average  # <-- here

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
