# expect: fit-history-wrong-length
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.losses = []  # <-- here

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) * (y_hat - y)))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        residual = y_hat - y
        dw = 2.0 * residual @ X / n
        db = 2.0 * np.sum(residual) / n
        return [dw, db]

    def fit(self, X, y, lr=0.01, epochs=1000):
        for _ in range(epochs):
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.losses.append(self.compute_loss(y_hat, y))  # <-- here
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return self.losses  # <-- here
