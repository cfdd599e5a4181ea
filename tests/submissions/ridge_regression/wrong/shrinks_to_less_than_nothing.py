# expect: fit-wrong-value
import numpy as np


class RidgeRegression:
    """Weights are shrunk first, then moved."""

    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * (self.w @ self.w))

    def _of_the_data(self, X, y, y_hat):
        r = 2 * (y_hat - y) / len(y)
        return X.T @ r, r.sum()

    def compute_gradients(self, X, y, y_hat):
        dw, db = self._of_the_data(X, y, y_hat)
        return dw + 2 * self.alpha * self.w, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        factor = 0 - 2 * self.alpha * lr  # <-- here
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self._of_the_data(X, y, y_hat)
            self.w = factor * self.w - lr * dw
            self.b = self.b - lr * db
        return history
