# expect: pass
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
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        move_w, move_b = np.zeros_like(self.w), 0.0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            move_w = 0.9 * move_w - lr * dw
            move_b = 0.9 * move_b - lr * db
            self.w = self.w + move_w
            self.b = self.b + move_b
        return losses
