# expect: gradient-sign-flipped
import numpy as np


def missing(truth, guess):
    return truth - guess


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(missing(y, y_hat) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = missing(y, y_hat)  # <-- here
        return 2 / len(y) * X.T @ error, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            error = missing(y, self.predict(X))
            losses.append(float(np.mean(error**2)))
            self.w = self.w + lr * 2 / len(y) * X.T @ error
            self.b = self.b + lr * 2 * error.mean()
        return losses
