# expect: predict-ignores-bias, fit-bias-not-updated
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X):
        return np.inner(X, self.w)  # <-- here

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)  # <-- here
            self.w -= lr * dw  # <-- here
        return losses  # <-- here
