# expect: fit-stochastic
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
        e = y_hat - y
        return 2 * X.T @ e / len(y), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        draw = np.random.default_rng(3)
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            some = draw.choice(len(y), size=len(y))  # <-- here
            dw, db = self.compute_gradients(X[some], y[some], self.predict(X[some]))
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
