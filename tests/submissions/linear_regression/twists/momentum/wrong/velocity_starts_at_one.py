# expect: fit-wrong-value
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
        r = 2 * (y_hat - y) / len(y)
        return X.T @ r, r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        moving_w, moving_b = np.ones(len(self.w)), 0.0  # <-- here
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            moving_w = 0.9 * moving_w + dw
            moving_b = 0.9 * moving_b + db
            self.w = self.w - lr * moving_w
            self.b = self.b - lr * moving_b
        return losses
