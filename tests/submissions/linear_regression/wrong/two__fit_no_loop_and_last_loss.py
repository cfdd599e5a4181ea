# expect: fit-one-step-only, fit-history-missing
import numpy as np


class LinearModel:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())


class LinearRegression(LinearModel):
    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * X.T @ gap / len(gap), 2 * gap.sum() / len(gap)

    def fit(self, X, y, lr=0.01, epochs=1000):
        y_hat = self.predict(X)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw  # <-- here
        self.b = self.b - lr * db  # <-- here
        return self.compute_loss(y_hat, y)  # <-- here
