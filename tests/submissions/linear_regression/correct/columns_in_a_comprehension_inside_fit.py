# expect: pass, advice: loop-over-features
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.array([0.0] * n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = self.predict(X) - y
            losses.append(float(error @ error) / n)
            self.w = np.array([wj - lr * 2 / n * float(xj @ error) for wj, xj in zip(self.w, X.T)])
            self.b = self.b - lr * 2 / n * float(error.sum())
        return losses
