# expect: fit-has-momentum, fit-stops-early
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
        n = len(y)
        r = y_hat - y
        return 2 / n * X.T @ r, 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history, speed, drift = [], 0 * self.w, 0.0
        for _ in range(epochs):
            guess = self.predict(X)
            history.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, y, guess)
            speed = 0.8 * speed + slope  # <-- here
            drift = 0.8 * drift + shift
            self.w = self.w - lr * speed
            self.b = self.b - lr * drift
            if history[1:] and abs(history[-2] - history[-1]) < 1e-7:
                break  # <-- here
        return history
