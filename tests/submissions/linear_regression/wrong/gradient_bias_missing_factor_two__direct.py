# expect: gradient-bias-missing-factor-two
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        m = y.shape[0]
        error = y_hat - y
        dw = 2 * X.T.dot(error) / m
        db = error.mean()  # <-- here
        return dw, db

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
