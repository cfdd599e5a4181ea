# expect: fit-steps-scaled
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

    def fit(self, X, y, lr=0.01, epochs=1000, keep=0.9):
        losses = []
        speed = np.zeros(X.shape[1] + 1)
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            slope = np.r_[self.compute_gradients(X, y, y_hat)]
            speed = keep * speed + (1 - keep) * slope  # <-- here
            self.w = self.w - lr * speed[:-1]
            self.b = self.b - lr * speed[-1]
        return losses
