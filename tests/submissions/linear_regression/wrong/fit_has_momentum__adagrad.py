# expect: fit-has-momentum
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self.theta[:-1]

    @w.setter
    def w(self, value):
        self.theta[:-1] = value

    @property
    def b(self):
        return self.theta[-1]

    @b.setter
    def b(self, value):
        self.theta[-1] = value

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * np.mean(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        cache = np.zeros_like(self.theta)
        losses = []
        for _ in range(epochs):
            error = self.predict(X) - y
            losses.append(float(np.mean(error ** 2)))
            g = 2 / n * np.append(X.T @ error, error.sum())
            cache += g ** 2
            self.theta -= lr * g / (np.sqrt(cache) + 1e-8)  # <-- here
        return losses
