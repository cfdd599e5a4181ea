# expect: fit-steps-scaled
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
        return 2 / len(y) * X.T @ error, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        self._average = [np.zeros_like(self.w), 0.0]
        return [self._step(X, y, lr) for _ in range(epochs)]

    def _step(self, X, y, lr, keep=0.9):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        slopes = self.compute_gradients(X, y, y_hat)
        self._average = [keep * old + (1 - keep) * new for old, new in zip(self._average, slopes)]  # <-- here
        self.w = self.w - lr * self._average[0]
        self.b = self.b - lr * self._average[1]
        return loss
