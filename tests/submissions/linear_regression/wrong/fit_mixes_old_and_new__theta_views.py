# expect: fit-mixes-old-and-new
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

    def _residual(self, X, y):
        return self.predict(X) - y

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            losses.append(float(np.mean(self._residual(X, y) ** 2)))
            self.theta[:-1] -= lr * 2 / n * (X.T @ self._residual(X, y))
            self.theta[-1] -= lr * 2 / n * self._residual(X, y).sum()  # <-- here
        return losses
