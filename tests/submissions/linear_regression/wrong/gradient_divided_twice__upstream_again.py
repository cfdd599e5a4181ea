# expect: gradient-divided-twice
import numpy as np


class SGD:
    """Plain gradient descent."""

    def __init__(self, lr):
        self.lr = lr

    def step(self, model, dw, db):
        model.w = model.w - self.lr * dw
        model.b = model.b - self.lr * db


class MSELoss:
    def value(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def grad(self, y_hat, y):
        return 2 * (y_hat - y) / len(y)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.criterion = MSELoss()

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return self.criterion.value(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        upstream = self.criterion.grad(y_hat, y) / len(y)  # <-- here
        return X.T @ upstream, upstream.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        optimizer = SGD(lr)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            optimizer.step(self, dw, db)
        return losses
