# expect: weights-not-small, fit-ignores-epochs
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.ones(n_features) * 10.0  # <-- here
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(np.inner(diff, diff) / len(diff))

    def compute_gradients(self, X, y, y_hat):
        diff = y_hat - y
        return 2 * X.T @ diff / len(diff), 2 * np.mean(diff)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n_epochs = 1000  # <-- here
        losses = []
        while n_epochs > 0:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            n_epochs -= 1
        return losses
