# expect: probability-not-squashed
import numpy as np


class LogisticRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def score(self, X):
        """The log-odds."""
        return X @ self.w + self.b

    def respond(self, score):
        """Turns a score into what the model returns."""
        return score  # <-- here

    def predict_proba(self, X):
        return self.respond(self.score(X))

    def predict(self, X):
        return (self.score(X) >= 0).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-9, 1 - 1e-9)
        return -float(np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        error = (p - y) / len(y)
        return X.T @ error, error.sum()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.respond(self.score(X))
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
