# expect: returns-none
import numpy as np


def forward(X, w, b):
    return X.dot(w) + b


def mse(pred, target):
    diff = pred - target
    (diff * diff).mean()  # <-- here


def mse_grad(X, pred, target):
    m = target.shape[0]
    diff = pred - target
    gw = diff.dot(X) * 2 / m
    gb = diff.sum() * 2 / m
    return gw, gb


class LinearRegression(object):
    def __init__(self, n_features):
        self.w = np.zeros((n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X):
        return forward(X, self.w, self.b)

    def compute_loss(self, y_hat, y):
        return mse(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        return mse_grad(X, y_hat, y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for e in range(epochs):
            pred = forward(X, self.w, self.b)
            out.append(mse(pred, y))
            gw, gb = mse_grad(X, pred, y)
            self.w = self.w - lr * gw
            self.b = self.b - lr * gb
        return out
