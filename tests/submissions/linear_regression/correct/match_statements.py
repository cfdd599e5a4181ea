# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features, start="zeros"):
        match start:
            case "zeros":
                self.w = np.zeros(n_features)
            case "small":
                self.w = np.random.normal(scale=1e-3, size=n_features)
            case other:
                raise ValueError(f"unknown start {other!r}")
        self.b = 0.0

    def predict(self, X):
        match X.ndim:
            case 1:
                return X @ self.w + self.b
            case 2:
                return X @ self.w + self.b
            case _:
                raise ValueError("X must be a matrix")

    def compute_loss(self, y_hat, y):
        match y_hat - y:
            case np.ndarray(size=0):
                return 0.0
            case np.ndarray(size=n) as e:
                return float((e ** 2).sum() / n)

    def compute_gradients(self, X, y, y_hat):
        match X.shape:
            case (n, d):
                error = y_hat - y
                return 2 / n * (X.T @ error).reshape(d), 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            match self.compute_gradients(X, y, y_hat):
                case (dw, db):
                    self.w -= lr * dw
                    self.b -= lr * db
        return losses
