# expect: pass
import numpy as np


class LinearRegression:
    FACTOR = 2

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    @staticmethod
    def _linear(X, w, b):
        return X @ w + b

    def predict(self, X):
        return self._linear(X, self.w, self.b)

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    @classmethod
    def compute_gradients(cls, X, y, y_hat):
        error = y_hat - y
        return cls.FACTOR * X.T @ error / len(y), cls.FACTOR * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = LinearRegression.predict(self, X)
            losses.append(LinearRegression.compute_loss(y_hat, y))
            dw, db = LinearRegression.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
