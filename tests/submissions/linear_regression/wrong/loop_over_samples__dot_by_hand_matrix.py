# expect: loop-over-samples
import numpy as np


def dot(u, v):
    total = 0.0
    for k in range(len(u)):  # <-- here
        total += u[k] * v[k]
    return total


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        n, d = X.shape
        dw = np.array([2 / n * dot(X[:, j], error) for j in range(d)])
        db = 2 / n * error.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()
