# expect: pass
import enum
import typing

import numpy as np


class State(enum.Enum):
    NEW = enum.auto()
    TRAINED = enum.auto()


class Batch(typing.NamedTuple):
    X: np.ndarray
    y: np.ndarray

    @property
    def n(self):
        return self.y.shape[0]


class Trainer:
    def __init__(self, model, lr):
        self.model, self.lr, self.history = model, lr, []

    def step(self, batch):
        m = self.model
        y_hat = m.predict(batch.X)
        self.history.append(m.compute_loss(y_hat, batch.y))
        dw, db = m.compute_gradients(batch.X, batch.y, y_hat)
        m.w -= self.lr * dw
        m.b -= self.lr * db

    def run(self, batch, epochs):
        for self.epoch in range(epochs):
            self.step(batch)
        return self.history


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.state = State.NEW

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        batch = Batch(X, y)
        error = y_hat - batch.y
        return 2 * X.T @ error / batch.n, 2 * error.sum() / batch.n

    def fit(self, X, y, lr=0.01, epochs=1000):
        hints = typing.get_type_hints(Batch)
        history = Trainer(self, lr).run(Batch(np.asarray(X, hints["X"] and None), y), epochs)
        self.state = State.TRAINED
        return history
