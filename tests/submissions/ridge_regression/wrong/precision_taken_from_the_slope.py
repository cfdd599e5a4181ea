# expect: gradient-penalty-sign-flipped, fit-ascends
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.precision = 2 * alpha

    def predict(self, X):
        return X @ self.w + self.b

    def _data_slope(self, X, e):
        return 2 * (e @ X) / len(e), 2 * e.sum() / len(e)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + 0.5 * self.precision * self.w @ self.w)

    def compute_gradients(self, X, y, y_hat):
        sw, sb = self._data_slope(X, y_hat - y)
        return sw - self.precision * self.w, sb  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        shrink = 1 - lr * self.precision
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            # the penalty acts through `shrink`, the data through the rest
            sw, sb = self._data_slope(X, y_hat - y)
            self.w, self.b = shrink * self.w - lr * sw, self.b + lr * sb  # <-- here
        return losses
