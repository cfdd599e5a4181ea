# expect: twist-ignored
import numpy as np


class LinearRegression:
    def _stand_still(self):
        self._speed = {"w": np.zeros_like(self.w), "b": 0.0}

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self._stand_still()

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._stand_still()  # <-- here
            for name, slope in zip("wb", self.compute_gradients(X, y, y_hat)):
                self._speed[name] = 0.9 * self._speed[name] + slope
                setattr(self, name, getattr(self, name) - lr * self._speed[name])
        return losses
