# expect: bias-not-scalar
import numpy as np


def add_bias(X):
    return np.column_stack((np.ones(X.shape[0]), X))


def stable_sigmoid(z):
    z = np.asarray(z, dtype=float)
    positive = z >= 0
    result = np.zeros(z.shape)
    result[positive] = 1.0 / (1.0 + np.exp(-z[positive]))
    expz = np.exp(z[~positive])
    result[~positive] = expz / (1.0 + expz)
    return result


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = np.zeros((1,))  # <-- here

    def _theta(self):
        return np.concatenate((self.b, self.w))

    def predict_proba(self, X):
        return stable_sigmoid(add_bias(X) @ self._theta())

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def compute_loss(self, p, y):
        eps = 1e-12
        p = np.clip(p, eps, 1 - eps)
        n = len(y)
        return float(-(1 / n) * (y @ np.log(p) + (1 - y) @ np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        n = len(y)
        gradient = add_bias(X).T @ (p - y) / n
        return gradient[1:], gradient[0]

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
