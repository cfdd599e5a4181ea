# expect: fit-history-wrong-length
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 / len(y) * X.T @ r, 2 * r.mean()

    def _trace(self, X, y, lr, epochs):
        yield self.compute_loss(self.predict(X), y)  # <-- here
        for _ in range(epochs):
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            yield self.compute_loss(self.predict(X), y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        return list(self._trace(X, y, lr, epochs))
