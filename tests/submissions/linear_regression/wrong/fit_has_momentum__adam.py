# expect: fit-has-momentum
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
        n = len(y)
        error = y_hat - y
        return 2 / n * X.T @ error, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m, v = np.zeros(X.shape[1] + 1), np.zeros(X.shape[1] + 1)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            g = np.append(dw, db)
            m = 0.9 * m + 0.1 * g  # <-- here
            v = 0.999 * v + 0.001 * g ** 2  # <-- here
            step = lr * (m / (1 - 0.9 ** (t + 1))) / (np.sqrt(v / (1 - 0.999 ** (t + 1))) + 1e-8)
            self.w = self.w - step[:-1]  # <-- here
            self.b = self.b - step[-1]  # <-- here
        return losses
