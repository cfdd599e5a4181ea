# expect: fit-ignores-learning-rate
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        match X:
            case np.ndarray(ndim=2):
                return X @ self.w + self.b
            case _:
                raise ValueError("X has to have one row per sample")

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = 2 * (y_hat - y) / len(y)
        return X.T @ error, float(error.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            match self.compute_gradients(X, y, y_hat):
                case dw, db:
                    self.w, self.b = self.w - 0.01 * dw, self.b - 0.01 * db  # <-- here
        return losses
