# expect: probability-not-squashed
import numpy as np


def logistic(t):
    return (1 + np.tanh(t / 2)) / 2


class Layer:
    def __init__(self, size, activation=None):
        self.w, self.b = np.zeros(size), 0.0
        self.activation = activation

    def __call__(self, X):
        out = X @ self.w + self.b
        if self.activation is not None:
            out = self.activation(out)
        return out


class LogisticRegression(Layer):
    def __init__(self, n_features):
        super().__init__(n_features)  # <-- here

    def predict_proba(self, X):
        return self(X)

    def predict(self, X):
        return (X @ self.w + self.b >= 0).astype(int)

    def compute_loss(self, p, y):
        p = np.clip(p, 1e-12, 1 - 1e-12)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    def compute_gradients(self, X, y, p):
        error = p - y
        return X.T @ error / len(y), error.mean()

    def fit(self, X, y, lr=0.1, epochs=1000):
        losses = []
        for _ in range(epochs):
            p = self.predict_proba(X)
            losses.append(self.compute_loss(p, y))
            dw, db = self.compute_gradients(X, y, p)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
