# expect: gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r / len(r))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y - y_hat  # <-- here
        return 2 / n * (X.T @ error), 2 / n * np.sum(error)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for k in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            rate = lr / (1 + 0.1 * k)
            self.w = self.w - rate * dw
            self.b = self.b - rate * db
        return losses
