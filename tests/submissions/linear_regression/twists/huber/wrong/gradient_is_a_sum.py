# expect: gradient-not-divided-by-n
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        a = np.abs(y_hat - y)
        return float(np.mean(np.where(a <= 1, 0.5 * a ** 2, a - 0.5)))

    def compute_gradients(self, X, y, y_hat):
        s = np.clip(y_hat - y, -1, 1)
        dw, db = X.T @ s, s.sum()  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
