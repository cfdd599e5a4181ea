# expect: gradient-bias-not-divided-by-n
import numpy as np


def start(self, n_features):
    self.w, self.b = np.zeros(n_features), 0.0


def predict(self, X):
    return np.dot(X, self.w) + self.b


def loss(self, y_hat, y):
    return float(np.square(y_hat - y).mean())


def gradients(self, X, y, y_hat):
    error = y_hat - y
    return 2 * error @ X / len(y), 2 * error.sum()  # <-- here


def train(self, X, y, lr=0.01, epochs=1000):
    seen = []
    for _ in range(epochs):
        y_hat = predict(self, X)
        seen.append(loss(self, y_hat, y))
        dw, db = gradients(self, X, y, y_hat)
        self.w, self.b = self.w - lr * dw, self.b - lr * db
    return seen


class LinearRegression:
    __init__ = start
    predict = predict
    compute_loss = loss
    compute_gradients = gradients
    fit = train
