# expect: fit-learning-rate-changes
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
        n = X.shape[0]
        diff = y_hat - y
        dw = 2 / n * X.T @ diff
        db = 2 / n * diff.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.w = np.random.randn(X.shape[1]) * 0.1
        self.b = np.random.randn() * 0.1
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            step = lr / 2 ** epoch  # <-- here
            self.w -= step * dw  # <-- here
            self.b -= step * db  # <-- here
        return losses
