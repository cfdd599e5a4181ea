# expect: pass
from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class State:
    w: np.ndarray
    b: float

    def moved(self, dw, db, lr):
        return replace(self, w=self.w - lr * dw, b=self.b - lr * db)


class LinearRegression:
    """Holds an immutable state that every step replaces."""

    def __init__(self, n_features):
        self._state = State(np.zeros(n_features), 0.0)

    @property
    def w(self):
        return self._state.w

    @w.setter
    def w(self, value):
        self._state = replace(self._state, w=value)

    @property
    def b(self):
        return self._state.b

    @b.setter
    def b(self, value):
        self._state = replace(self._state, b=value)

    def predict(self, X):
        return X @ self._state.w + self._state.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = (y_hat - y) * (2 / len(y))
        return r @ X, r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self._state = self._state.moved(*self.compute_gradients(X, y, y_hat), lr)
        return losses
