# expect: loss-root
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _everything(self, X, y, y_hat):
        n = len(y)
        r = y_hat - y
        return {
            "loss": np.sqrt(r @ r / n),  # <-- here
            "dw": 2 / n * (X.T @ r),
            "db": 2 * r.mean(),
        }

    def compute_loss(self, y_hat, y):
        return self._everything(np.zeros((len(y), 1)), y, y_hat)["loss"]

    def compute_gradients(self, X, y, y_hat):
        p = self._everything(X, y, y_hat)
        return p["dw"], p["db"]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(self.compute_loss(y_hat, y)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
