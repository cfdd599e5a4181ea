# expect: gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _downhill(self, X, y, y_hat):
        lacking = y - y_hat  # <-- here
        return 2 * lacking @ X / len(y), 2 * np.mean(lacking)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        to_w, to_b = self._downhill(X, y, y_hat)
        return to_w, to_b  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            by_w, by_b = self._downhill(X, y, y_hat)
            self.w = self.w + lr * by_w
            self.b = self.b + lr * by_b
        return history
