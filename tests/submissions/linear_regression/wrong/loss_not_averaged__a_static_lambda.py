# expect: loss-not-averaged
import numpy as np


class LinearRegression:
    criterion = staticmethod(lambda guess, target: float(((guess - target) ** 2).sum()))  # <-- here

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return self.criterion(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * error @ X / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(np.mean((y_hat - y) ** 2)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
