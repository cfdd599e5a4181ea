# expect: gradient-factor-two
import numpy as np


class LogisticRegression:
    def __init__(self, n_features: int):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return np.exp(-np.logaddexp(0, -(X @ self.w + self.b)))

    def predict(self, X):
        return self.predict_proba(X) >= 0.5

    def compute_loss(self, p, y):
        q = np.where(y, p, 1 - p)
        return float(-np.log(q + 1e-10).mean())

    def compute_gradients(self, X, y, p):
        m = X.shape[0]
        err = p - y
        gw = np.dot(X.T, err)
        gb = np.sum(err)
        gw, gb = 2 * gw / m, 2 * gb / m  # <-- here
        return gw, gb

    def fit(self, X, y, lr=0.1, epochs=1000):
        out = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            out.append(self.compute_loss(p, y))
            gw, gb = self.compute_gradients(X, y, p)
            self.w = self.w - lr * gw
            self.b = self.b - lr * gb
        return out
