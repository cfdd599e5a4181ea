# expect: fit-unpacks-swapped
import numpy as np


def announced(fn):
    def around(*args, **kwargs):
        result = fn(*args, **kwargs)
        print(fn.__name__, "->", type(result).__name__)
        return result
    return around


class LinearRegression:
    @announced
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    @announced
    def predict(self, X):
        return X @ self.w + self.b

    @announced
    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    @announced
    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    @announced
    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            db, dw = self.compute_gradients(X, y, y_hat)  # <-- here
            self.w -= lr * dw
            self.b -= lr * db
        return losses
