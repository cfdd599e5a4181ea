# expect: pass
import math

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(int(n_features))
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + float(self.b)

    def compute_loss(self, y_hat, y):
        return math.pow(float(np.linalg.norm(y_hat - y, ord=2)) / math.sqrt(y.shape[0]), 2)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        n = float(math.prod(error.shape))
        return 2.0 / n * np.linalg.multi_dot([error, X]), float(2.0 / n * error.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        lr, epochs = float(lr), int(epochs)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = float(self.b) - lr * db
        return losses
