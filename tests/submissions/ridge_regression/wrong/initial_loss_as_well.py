# expect: fit-history-wrong-length
import numpy as np


class LinearModel:
    """What every linear model shares."""

    w: np.ndarray
    b: float

    def predict(self, X):
        return X.dot(self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        trace = [self.compute_loss(self.predict(X), y)]  # <-- here
        for _ in range(epochs):
            gw, gb = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - lr * gw
            self.b = self.b - lr * gb
            trace.append(self.compute_loss(self.predict(X), y))
        return trace


class RidgeRegression(LinearModel):
    def __init__(self, n_features, alpha=1.0):
        super().__init__()
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.l2 = alpha

    def compute_loss(self, y_hat, y):
        return float(np.square(y_hat - y).mean() + self.l2 * np.square(self.w).sum())

    def compute_gradients(self, X, y, y_hat):
        r = (y_hat - y) * (2 / len(y))
        return X.T.dot(r) + 2 * self.l2 * self.w, r.sum()
