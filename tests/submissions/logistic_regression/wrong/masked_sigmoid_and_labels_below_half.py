# expect: labels-inverted
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def _sigmoid(self, z):
        out = np.empty(z.shape)
        pos = z >= 0
        out[pos] = 1 / (1 + np.exp(-z[pos]))
        ez = np.exp(z[~pos])
        out[~pos] = ez / (1 + ez)
        return out

    def _scores(self, X):
        return np.dot(X, self.w) + self.b

    def predict_proba(self, X):
        return self._sigmoid(self._scores(X))

    def predict(self, X):
        probs = self.predict_proba(X)
        return (probs < 0.5).astype(int)  # <-- here

    def compute_loss(self, p, y):
        eps = 1e-12
        p = np.clip(p, eps, 1 - eps)
        pos = y * np.log(p)
        neg = (1 - y) * np.log(1 - p)
        return float(-np.mean(pos + neg))

    def compute_gradients(self, X, y, p):
        n = X.shape[0]
        err = p - y
        dw = np.dot(X.T, err) / n
        db = np.sum(err) / n
        return dw, db

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for epoch in range(epochs):
            p = self.predict_proba(X)
            loss = self.compute_loss(p, y)
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, p)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
