# expect: gradient-divided-twice
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def _slope_of_loss(self, y_hat, y):
        return 2 * (y_hat - y) / len(y)

    def _through_the_line(self, X, slope):
        to_w = X.T @ slope / len(X)  # <-- here
        to_b = slope.mean()  # <-- here
        return to_w, to_b

    def compute_gradients(self, X, y, y_hat):
        return self._through_the_line(X, self._slope_of_loss(y_hat, y))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
