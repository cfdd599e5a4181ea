# expect: parameters-missing
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self._theta[:-1]  # <-- here

    @w.setter
    def w(self, value):
        self.theta = np.append(value, self.theta[-1])

    @property
    def b(self):
        return float(self.theta[-1])

    @b.setter
    def b(self, value):
        self.theta = np.append(self.theta[:-1], value)

    def predict(self, X):
        return X @ self.theta[:-1] + self.theta[-1]

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = 2 * (y_hat - y) / len(y)
        return X.T @ r, r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.theta = self.theta - lr * np.append(dw, db)
        return losses
