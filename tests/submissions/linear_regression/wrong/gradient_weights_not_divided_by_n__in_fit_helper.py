# expect: gradient-weights-not-divided-by-n
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean(np.square(y - y_hat)))

    @staticmethod
    def compute_gradients(X, y, y_hat):
        error = y_hat - y
        n, _ = X.shape
        return X.T @ error * (2 / n), error.sum() * (2 / n)

    def _descend(self, X, error, lr):
        self.w = self.w - lr * 2 * (error @ X)  # <-- here
        self.b = self.b - lr * 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._descend(X, y_hat - y, lr)
        return losses
