# expect: gradient-of-squared-error
import numpy as np


class Logistic:
    @staticmethod
    def forward(score):
        small = np.exp(-np.abs(score))
        return np.where(score < 0, small, 1.0) / (1 + small)

    @staticmethod
    def backward(given, made):
        return given * made * (1 - made)


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict_proba(self, X):
        return Logistic.forward(X @ self.w + self.b)

    def predict(self, X):
        return (self.predict_proba(X) >= 0.5).astype(int)

    def compute_loss(self, p, y):
        inside = np.clip(p, 1e-12, 1 - 1e-12)
        return float(-np.mean(y * np.log(inside) + (1 - y) * np.log(1 - inside)))

    def compute_gradients(self, X, y, p):
        delta = (p - y) / len(y)
        delta = Logistic.backward(delta, p)  # <-- here
        return X.T @ delta, delta.sum()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
