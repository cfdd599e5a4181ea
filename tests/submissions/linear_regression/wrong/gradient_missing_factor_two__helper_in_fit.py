# expect: gradient-missing-factor-two
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _slopes(self, X, y, y_hat):
        return X.T @ (y_hat - y) / len(y), np.mean(y_hat - y)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        dw, db = self._slopes(X, y, y_hat)
        return 2 * dw, 2 * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            out = self.predict(X)
            history.append(self.compute_loss(out, y))
            dw, db = self._slopes(X, y, out)  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
