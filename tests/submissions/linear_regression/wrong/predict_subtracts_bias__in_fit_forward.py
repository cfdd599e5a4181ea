# expect: predict-subtracts-bias
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean(np.square(y - y_hat)))

    @staticmethod
    def compute_gradients(X, y, y_hat):
        error = y_hat - y
        n, _ = X.shape
        return X.T @ error * (2 / n), error.sum() * (2 / n)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = X @ self.w - self.b - y  # <-- here
            losses.append(float(np.mean(error ** 2)))
            self.w = self.w - lr * 2 / n * X.T @ error
            self.b = self.b - lr * 2 / n * error.sum()
        return losses
