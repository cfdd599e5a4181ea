# expect: pass, advice: fit-restarts
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r / len(r))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        dw = (2 / n) * (r @ X)
        db = (2 / n) * r.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        rng = np.random.default_rng(0)
        self.w = rng.normal(scale=0.01, size=X.shape[1])  # <-- here
        self.b = 0.0
        self.speed_w, self.speed_b = np.zeros(X.shape[1]), 0.0
        losses = []
        while len(losses) < epochs:
            guess = self.predict(X)
            losses.append(self.compute_loss(guess, y))
            dw, db = self.compute_gradients(X, y, guess)
            self.speed_w *= 0.9
            self.speed_w += dw
            self.speed_b *= 0.9
            self.speed_b += db
            self.w -= lr * self.speed_w
            self.b -= lr * self.speed_b
        return losses
