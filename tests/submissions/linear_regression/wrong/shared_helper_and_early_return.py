# expect: loss-not-averaged, fit-one-step-only
import numpy as np


def squares(a, b, average=False):
    """The squares of the differences, as a sum or as a mean."""
    together = np.sum((a - b) ** 2)
    return float(together / len(a) if average else together)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return squares(y_hat, y)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            curve.append(squares(y_hat, y, average=True))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            return curve  # <-- here
