# expect: class-missing
import numpy as np


def init(n_features):
    return np.zeros(n_features), 0.0


def predict(X, w, b):
    return X @ w + b


def compute_loss(y_hat, y):
    return float(np.mean((y_hat - y) ** 2))


def compute_gradients(X, y, y_hat):
    n = len(y)
    return (2 / n) * X.T @ (y_hat - y), (2 / n) * np.sum(y_hat - y)


def fit(X, y, lr=0.01, epochs=1000):
    w, b = init(X.shape[1])
    losses = []
    for _ in range(epochs):
        y_hat = predict(X, w, b)
        losses.append(compute_loss(y_hat, y))
        dw, db = compute_gradients(X, y, y_hat)
        w -= lr * dw
        b -= lr * db
    return losses
