# expect: fit-bias-not-updated
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.reset(n_features)

    def reset(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = (y_hat - y) * 2 / len(y)
        return X.T @ error, float(np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.reset(X.shape[1])
        losses = []
        for i in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw  # <-- here
        return losses
