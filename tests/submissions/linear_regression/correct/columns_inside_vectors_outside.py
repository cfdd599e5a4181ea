# expect: pass
import numpy as np


def column(v):
    return np.reshape(v, (-1, 1))


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X @ column(self.w) + self.b)[:, 0]

    def compute_loss(self, y_hat, y):
        e = column(y_hat) - column(y)
        return float((e.T @ e)[0, 0] / len(e))

    def compute_gradients(self, X, y, y_hat):
        e = column(y_hat) - column(y)
        dw = 2 / len(e) * (X.T @ e)
        db = 2 / len(e) * e.sum(axis=0)
        return dw.ravel(), db[0]

    def fit(self, X, y, lr=0.01, epochs=1000):
        W, b, Y = column(self.w).astype(float), self.b, column(y)
        losses = []
        for _ in range(epochs):
            E = X @ W + b - Y
            losses.append(np.mean(E ** 2).item())
            W = W - lr * (2 / len(E)) * X.T @ E
            b = b - lr * 2 * E.mean()
        self.w, self.b = W.flatten(), b
        return losses
