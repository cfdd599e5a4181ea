# expect: fit-stops-early
import numpy as np


def is_flat(losses, least=1e-3):
    if len(losses) < 2:
        return False
    return abs(losses[-2] - losses[-1]) < least


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs and not is_flat(losses):  # <-- here
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
