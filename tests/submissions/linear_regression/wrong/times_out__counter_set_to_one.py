# expect: times-out
import numpy as np


class Training:
    def __init__(self):
        self.epoch, self.losses = 0, []


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
        return 2 * gap @ X / len(y), 2 * float(gap.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        training = Training()
        while training.epoch < epochs:
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
            training.losses = [*training.losses[:5], self.compute_loss(y_hat, y)]
            training.epoch =+ 1  # <-- here
        return training.losses
