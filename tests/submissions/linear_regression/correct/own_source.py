# expect: pass
import copy
import inspect
import pickle
import typing

import numpy as np


class LinearRegression:
    w: np.ndarray
    b: float

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        clone = pickle.loads(pickle.dumps(self))
        typing.get_type_hints(type(self))
        losses = []
        for _ in range(epochs):
            y_hat = clone.predict(X)
            losses.append(clone.compute_loss(y_hat, y))
            dw, db = clone.compute_gradients(X, y, y_hat)
            clone.w -= lr * dw
            clone.b -= lr * db
        self.__dict__.update(copy.deepcopy(clone).__dict__)
        return losses


print(len(inspect.signature(LinearRegression.fit).parameters), __name__)
