# expect: fit-unpacks-swapped
import numpy as np


def forward(params, X):
    w, b = params
    return np.einsum("ij,j->i", X, w) + b


def mse(pred, target):
    return float(np.mean(np.square(pred - target)))


def grad(X, target, pred):
    e = pred - target
    m = e.shape[0]
    return 2.0 * e @ X / m, 2.0 * e.sum() / m


def update(params, grads, lr):
    return tuple(p - lr * g for p, g in zip(params, reversed(grads)))  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return forward((self.w, self.b), X)

    def compute_loss(self, y_hat, y):
        return mse(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        return grad(X, y, y_hat)

    def fit(self, X, y, lr=0.01, epochs=1000):
        params, losses = (self.w, self.b), []
        for _ in range(epochs):
            pred = forward(params, X)
            losses.append(mse(pred, y))
            params = update(params, grad(X, y, pred), lr)
        self.w, self.b = params
        return losses
