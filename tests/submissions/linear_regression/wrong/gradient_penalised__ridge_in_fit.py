# expect: gradient-penalised
# Linear regression from scratch

import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            error = y_hat - y
            dw = (2 / n) * (X.T @ error) + 0.2 * self.w  # <-- here
            db = (2 / n) * np.sum(error)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
