# expect: fit-updates-a-copy
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        theta = np.append(self.w, self.b)
        A = np.column_stack([X, np.ones(len(X))])
        losses = []
        for _ in range(epochs):
            y_hat = A @ theta
            losses.append(self.compute_loss(y_hat, y))
            theta = theta - lr * 2 * A.T @ (y_hat - y) / len(y)
        w, b = theta[:-1], theta[-1]  # <-- here
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))
