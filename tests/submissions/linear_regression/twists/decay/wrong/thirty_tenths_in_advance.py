# expect: fit-steps-scaled
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
        r = y_hat - y
        return 2 * (r @ X) / len(r), 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        rates = 30 * lr / (10 + np.arange(epochs))  # <-- here
        losses = np.zeros_like(rates)
        for k, rate in enumerate(rates):
            y_hat = self.predict(X)
            losses[k] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - rate * dw
            self.b = self.b - rate * db
        return losses.tolist()
