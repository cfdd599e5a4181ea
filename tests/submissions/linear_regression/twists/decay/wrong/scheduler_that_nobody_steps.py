# expect: twist-ignored
import numpy as np


class Schedule:
    def __init__(self, first):
        self.first, self.turn = first, 0

    def advance(self):
        self.turn += 1

    def now(self):
        return self.first / (1 + 0.1 * self.turn)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * X.T @ e / len(y), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        schedule, losses = Schedule(lr), []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            step = schedule.now()  # <-- here
            self.w = self.w - step * dw
            self.b = self.b - step * db
        return losses
