# expect: gradient-missing-factor-two
import numpy as np


class LinearModel:
    """What every linear model shares."""

    w: np.ndarray
    b: float

    def predict(self, X):
        return X.dot(self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        trace = []
        for _ in range(epochs):
            p = self.predict(X)
            trace.append(self.compute_loss(p, y))
            gw, gb = self.compute_gradients(X, y, p)
            self.w = self.w - lr * gw
            self.b = self.b - lr * gb
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
        r = (y_hat - y) / len(y)  # <-- here
        return X.T.dot(r) + self.l2 * self.w, r.sum()  # <-- here
