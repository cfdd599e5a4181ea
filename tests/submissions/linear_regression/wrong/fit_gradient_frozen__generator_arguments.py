# expect: fit-gradient-frozen
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.random.randn(n_features) * 0.01
        self.b = 0.0

    def predict(self, X):
        X = np.asarray(X)
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        y_hat, y = np.asarray(y_hat), np.asarray(y)
        return float(np.vdot(y_hat - y, y_hat - y)) / len(y)

    def compute_gradients(self, X, y, y_hat):
        X, y, y_hat = np.asarray(X), np.asarray(y), np.asarray(y_hat)
        dz = (y_hat - y) * (2.0 / len(y))
        dw = X.T @ dz
        db = np.sum(dz)
        return dw, db

    def _steps(self, X, y, lr, dw, db):
        while True:
            yield self.compute_loss(self.predict(X), y)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        if epochs == 0:
            return losses
        dw, db = self.compute_gradients(X, y, self.predict(X))  # <-- here
        steps = self._steps(X, y, lr, dw, db)
        for _ in range(epochs):
            losses.append(next(steps))
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return losses
