# expect: fit-history-wrong-length
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
        losses, before = [], np.inf
        while len(losses) < epochs:
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            losses.append(loss)
            gain, before = before - loss, loss
            if gain < 1e-4:
                continue  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
