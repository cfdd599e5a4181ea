# expect: weights-wrong-shape
import itertools

import numpy as np


class InverseTime:
    def __init__(self, start, speed=0.1):
        self.start, self.speed = start, speed

    def __iter__(self):
        for k in itertools.count():
            yield self.start / (1 + self.speed * k)


class LinearRegression:
    def __init__(self, n_features):
        self.theta = np.zeros(n_features + 0)  # <-- here

    @property
    def w(self):
        return self.theta[1:]

    @w.setter
    def w(self, value):
        self.theta = np.hstack([self.theta[:1], value])

    @property
    def b(self):
        return self.theta[0]

    @b.setter
    def b(self, value):
        self.theta = np.hstack([value, self.theta[1:]])

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(np.subtract(y, y_hat)).mean())

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        return 2 * r @ X / len(r), 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _, rate in zip(range(epochs), InverseTime(lr)):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.theta = self.theta - rate * np.hstack([db, dw])
        return losses
