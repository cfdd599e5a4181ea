# expect: pass, advice: other-defaults
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return self.b + (X * self.w).sum(axis=1)

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        error = (y_hat - y)[:, None]
        return 2 * (X * error).mean(axis=0), float(2 * error.mean())

    def fit(self, X, y, lr, epochs=1000):
        losses = []
        while len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
