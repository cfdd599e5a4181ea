# expect: gradient-weights-missing-factor-two
from __future__ import annotations

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        e = np.subtract(y_hat, y)
        return self._average(X, e), 2.0 * self._average(np.ones((len(e), 1)), e)[0]  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def _average(self, columns, e):
        """Mean of column * e, one value a column."""
        return np.average(columns * e[:, None], axis=0)


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
