# expect: fit-stochastic
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.dice = np.random.default_rng(3)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        d = y_hat - y
        return 2 * X.T @ d / len(d), 2 * d.mean()

    def _parts(self, X, y, size):
        mixed = self.dice.permutation(len(y))
        for at in range(0, len(y), size):
            some = mixed[at : at + size]
            yield X[some], y[some]

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            history.append(self.compute_loss(self.predict(X), y))
            for some_X, some_y in self._parts(X, y, 8):  # <-- here
                dw, db = self.compute_gradients(some_X, some_y, self.predict(some_X))
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
        return history
