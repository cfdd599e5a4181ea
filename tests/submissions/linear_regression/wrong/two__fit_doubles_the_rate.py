# expect: gradient-missing-factor-two, fit-steps-scaled
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
        m = X.shape[0]
        error = y_hat - y
        return X.T @ error / m, error.mean()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            # the 2 of the derivative
            self.w = self.w - 2 * lr * dw  # <-- here
            self.b = self.b - 2 * lr * db  # <-- here
        return losses
