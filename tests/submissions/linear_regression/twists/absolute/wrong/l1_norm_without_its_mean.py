# expect: loss-not-averaged
import numpy as np


def l1_norm(vector):
    return float(np.linalg.norm(vector, 1))


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        gap = y_hat - y
        return l1_norm(gap)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        signs = np.sign(y_hat - y)
        return X.T @ signs / len(y), signs.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
