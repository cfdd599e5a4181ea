# expect: twist-ignored
import numpy as np


class Velocity:
    def __init__(self):
        self.clear()

    def clear(self):
        self.w, self.b = 0.0, 0.0

    def add(self, dw, db):
        self.clear()  # <-- here
        self.w = 0.9 * self.w + dw
        self.b = 0.9 * self.b + db


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
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, velocity = [], Velocity()
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            velocity.add(*self.compute_gradients(X, y, y_hat))
            self.w = self.w - lr * velocity.w
            self.b = self.b - lr * velocity.b
        return losses
