# expect: probability-ignores-bias
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def margin(self, X):
        return X.dot(self.w)  # <-- here

    def predict_proba(self, X):
        return np.exp(-np.logaddexp(0.0, -self.margin(X)))

    def predict(self, X):
        return 1 * (self.margin(X) >= 0)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-12, 1 - 1e-12)
        return -float(np.mean(np.where(y == 1, np.log(p), np.log1p(-p))))

    def compute_gradients(self, X, y, p):
        gap = p - y
        return gap @ X / len(gap), gap.mean()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
