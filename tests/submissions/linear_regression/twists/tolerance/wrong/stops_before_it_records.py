# expect: fit-history-wrong-length|fit-stops-early
import numpy as np


class Enough(Exception):
    pass


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
        return 2 / len(y) * X.T @ error, 2 * error.mean()

    def _compare(self, last, loss):
        if last is not None and last - loss < 1e-4:
            raise Enough

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, last = [], None
        try:
            for _ in range(epochs):
                y_hat = self.predict(X)
                loss = self.compute_loss(y_hat, y)
                self._compare(last, loss)  # <-- here
                losses.append(loss)  # <-- here
                last = loss
                dw, db = self.compute_gradients(X, y, y_hat)
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
        except Enough:
            pass
        return losses
