# expect: fit-bias-not-updated
import numpy as np


class Pair:
    def __init__(self, slope, level):
        self.slope, self.level = slope, level

    def __sub__(self, step):
        return Pair(self.slope - step.slope, self.level)  # <-- here

    def times(self, factor):
        return Pair(factor * self.slope, factor * self.level)


class LinearRegression:
    def __init__(self, n_features):
        self.at = Pair(np.zeros(n_features), 0.0)

    @property
    def w(self):
        return self.at.slope

    @w.setter
    def w(self, value):
        self.at.slope = value

    @property
    def b(self):
        return self.at.level

    @b.setter
    def b(self, value):
        self.at.level = value

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        d = y_hat - y
        return 2 * X.T @ d / len(d), 2 * d.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            self.at = self.at - Pair(*self.compute_gradients(X, y, y_hat)).times(lr)
        return history
