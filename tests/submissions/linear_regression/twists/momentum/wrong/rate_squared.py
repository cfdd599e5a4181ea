# expect: fit-wrong-value|fit-steps-scaled
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
        error = (y_hat - y) / len(y)
        return 2 * X.T @ error, 2 * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        speed_w, speed_b = np.zeros(X.shape[1]), 0.0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            speed_w = 0.9 * speed_w + lr * dw  # <-- here
            speed_b = 0.9 * speed_b + lr * db  # <-- here
            self.w = self.w - lr * speed_w  # <-- here
            self.b = self.b - lr * speed_b  # <-- here
        return losses
