# expect: pass
import weakref

import numpy as np

ALIVE = weakref.WeakSet()


class LinearRegression:
    def __new__(cls, n_features, *rest, **options):
        self = super().__new__(cls)
        self.w = np.zeros(n_features)
        self.b = 0.0
        ALIVE.add(self)
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("final")

    def __del__(self):
        ALIVE.discard(self)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
