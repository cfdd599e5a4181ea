# expect: fit-gradient-frozen
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
        gradients = None

        def slope():
            nonlocal gradients
            if gradients is None:  # <-- here
                gradients = self.compute_gradients(X, y, self.predict(X))  # <-- here
            return gradients

        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            dw, db = slope()
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
