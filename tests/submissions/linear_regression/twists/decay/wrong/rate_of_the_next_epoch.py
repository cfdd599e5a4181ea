# expect: fit-learning-rate-changes
import numpy as np


def decayed(first, epoch, fall=0.1):
    return first / (1 + fall * epoch)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = (y_hat - y) / len(y)
        return 2 * X.T @ error, 2 * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        epoch = 0
        while epoch < epochs:
            epoch += 1
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            rate = decayed(lr, epoch)  # <-- here
            self.w = self.w - rate * dw
            self.b = self.b - rate * db
        return losses
