# expect: pass
import numpy as np
from numpy import einsum


class LinearRegression:

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return einsum("nd,d->n", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        return float(einsum("i,i->", e, e) / e.shape[0])

    def compute_gradients(self, X, y, y_hat):
        e = (y_hat - y) * (2 / y.shape[0])
        dw = einsum("nd,n->d", X, e)
        db = einsum("n->", e)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= einsum(",d->d", lr, dw)
            self.b -= lr * db
        return losses
