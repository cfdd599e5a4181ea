# expect: gradient-wrong-value
import numpy as np


def start(self, n_features):
    self.w, self.b = np.zeros(n_features), 0.0


def line(self, X):
    return X @ self.w + self.b


def loss(self, y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


def slopes(self, X, y, y_hat):
    share = 2 * (y_hat - y) / len(y)
    return share @ X, share.mean()  # <-- here


def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    for _ in range(epochs):
        y_hat = line(self, X)
        losses.append(loss(self, y_hat, y))
        dw, db = slopes(self, X, y, y_hat)
        self.w, self.b = self.w - lr * dw, self.b - lr * db
    return losses


members = {"__init__": start, "predict": line, "compute_loss": loss, "compute_gradients": slopes, "fit": fit}
LinearRegression = type("LinearRegression", (), members)
