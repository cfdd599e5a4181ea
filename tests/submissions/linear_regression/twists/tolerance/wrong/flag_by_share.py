# expect: fit-stops-early
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean())

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * error @ X / len(error), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, done = [], False
        while not done and len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            if losses[1:]:
                done = losses[-1] > losses[-2] * (1 - 1e-4)  # <-- here
            if not done:
                dw, db = self.compute_gradients(X, y, y_hat)
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
        return losses
