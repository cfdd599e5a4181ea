# expect: loss-halved, gradient-missing-factor-two, fit-history-missing
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2)) / 2  # <-- here

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return np.mean(X * error[:, None], axis=0), error.mean()  # <-- here

    def predict(self, X):
        """Linear model."""
        return np.matmul(X, self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.losses_ = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            self.losses_.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return self  # <-- here
