# expect: loss-wrong-value, gradient-wrong-value
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.penalty = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def _weight_of_penalty(self):
        return self.penalty ** 2  # <-- here

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self._weight_of_penalty() * np.sum(self.w ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * (e @ X / len(e) + self._weight_of_penalty() * self.w), 2 * e.mean()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
