# expect: loss-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        size = np.abs(y_hat - y)
        inner = size * size  # <-- here
        outer = size - 0.5
        return float(np.mean(np.choose(size > 1, (inner, outer))))

    def compute_gradients(self, X, y, y_hat):
        slope = np.clip(y_hat - y, -1, 1)
        return slope @ X / len(slope), slope.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
