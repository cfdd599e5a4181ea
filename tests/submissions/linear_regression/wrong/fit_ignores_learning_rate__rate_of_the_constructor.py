# expect: fit-ignores-learning-rate
import numpy as np


class LinearRegression:
    def __init__(self, n_features, lr=0.02):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.lr = lr

    def predict(self, X):
        return X @ self.w + self.b

    def _descend(self, dw, db):
        self.w = self.w - self.lr * dw  # <-- here
        self.b = self.b - self.lr * db

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        d = y_hat - y
        return 2 * X.T @ d / len(d), 2 * d.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            self._descend(*self.compute_gradients(X, y, y_hat))  # <-- here
        return history
