# expect: pass
import numpy as np


class Affine:
    def __init__(self, size):
        self.weight, self.bias = np.zeros(size), 0.0

    def __call__(self, X):
        return X @ self.weight + self.bias


class MeanSquaredError:
    def __call__(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def backward(self, y_hat, y):
        return 2 * (y_hat - y) / y_hat.size


class SGD:
    def __init__(self, layer, lr):
        self.layer, self.lr = layer, lr

    def step(self, dw, db):
        self.layer.weight = self.layer.weight - self.lr * dw
        self.layer.bias = self.layer.bias - self.lr * db


class LinearRegression:
    def __init__(self, n_features):
        self.layer = Affine(n_features)
        self.criterion = MeanSquaredError()

    w = property(lambda self: self.layer.weight, lambda self, v: setattr(self.layer, "weight", v))
    b = property(lambda self: self.layer.bias, lambda self, v: setattr(self.layer, "bias", v))

    def predict(self, X):
        return self.layer(X)

    def compute_loss(self, y_hat, y):
        return self.criterion(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        upstream = self.criterion.backward(y_hat, y)
        return X.T @ upstream, upstream.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        optimizer = SGD(self.layer, lr)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            optimizer.step(*self.compute_gradients(X, y, y_hat))
        return losses
