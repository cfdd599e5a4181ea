# expect: gradient-clipped
import numpy as np

LIMIT = 0.1


def bounded(slope, shift):
    length = np.sqrt(np.sum(slope ** 2) + shift ** 2)
    if length > LIMIT:
        slope, shift = LIMIT * slope / length, LIMIT * shift / length  # <-- here
    return slope, shift


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return bounded(2 / len(gap) * X.T @ gap, 2 * gap.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
