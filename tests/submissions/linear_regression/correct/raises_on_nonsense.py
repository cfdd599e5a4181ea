# expect: pass
import numpy as np
from numbers import Integral


class ConvergenceError(ArithmeticError):
    pass


class LinearRegression:
    def __init__(self, n_features):
        if not isinstance(n_features, Integral) or n_features < 1:
            raise ValueError("n_features must be a positive integer")
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        X = np.asarray(X, dtype=float)
        if X.ndim != 2:
            raise ValueError(f"expected a matrix, got shape {X.shape}")
        if X.shape[1] != self.w.size:
            raise NotImplementedError("other widths are not supported")
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        if np.shape(y_hat) != np.shape(y):
            raise ValueError("shapes differ")
        return float(np.mean((np.asarray(y_hat, float) - np.asarray(y, float)) ** 2))

    def compute_gradients(self, X, y, y_hat):
        X, y, y_hat = (np.asarray(a, dtype=float) for a in (X, y, y_hat))
        if not len(X) == len(y) == len(y_hat):
            raise ValueError("lengths differ")
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.sum() / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        if lr < 0:
            raise ValueError("lr must not be negative")
        if epochs < 0:
            raise ValueError("epochs must not be negative")
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            if not np.isfinite(loss):
                raise ConvergenceError(f"loss is {loss}")
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
