# expect: fit-history-wrong-length
import numpy as np


class LinearRegression:
    def __init__(self, n_features, seed=0, scale=0.01):
        rng = np.random.default_rng(seed)
        self.w = rng.uniform(-scale, scale, size=n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = X.dot(self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        return float(e.dot(e) / e.size)

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        k = 2.0 / e.size
        return k * X.T.dot(e), k * e.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for epoch in range(epochs):
            e = X.dot(self.w) + self.b - y
            if epoch % 10 == 0:  # <-- here
                losses.append(float(e.dot(e) / len(e)))  # <-- here
            self.w = self.w - lr * 2 * X.T.dot(e) / len(e)
            self.b = self.b - lr * 2 * e.sum() / len(e)
        return losses
