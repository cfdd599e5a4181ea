# expect: fit-stops-early
import numpy as np


class Watcher:
    def __init__(self, least=1e-2):  # <-- here
        self.least, self.before = least, None

    def has_had_enough(self, loss):
        gain = None if self.before is None else self.before - loss
        self.before = loss
        return gain is not None and gain < self.least  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(gap), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        watcher, losses, enough = Watcher(), [], False
        while not enough and len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            enough = watcher.has_had_enough(losses[-1])
            if enough:
                continue
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
