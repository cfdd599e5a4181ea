# expect: fit-wrong-value
import numpy as np


class Velocity:
    def __init__(self, share):
        self.share, self.now = share, 0.0

    def after(self, slope):
        self.now = self.share * self.now + slope
        return self.now


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * X.T @ error, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        fast, slow = Velocity(0.5), Velocity(0.9)  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * fast.after(dw)
            self.b = self.b - lr * slow.after(db)
        return losses
