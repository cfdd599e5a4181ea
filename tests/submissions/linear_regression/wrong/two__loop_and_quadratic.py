# expect: loop-over-samples, quadratic-memory
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        out = np.zeros(X.shape[0])
        for k, row in enumerate(X):  # <-- here
            out[k] = row @ self.w + self.b
        return out

    def compute_loss(self, y_hat, y):
        e = np.subtract(y_hat, y)
        return float(np.diag(np.outer(e, e)).mean())  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n_samples = X.shape[0]
        d_loss = 2 * (y_hat - y) / n_samples  # dL/dy_hat
        return [np.dot(X.T, d_loss), float(np.sum(d_loss))]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()
