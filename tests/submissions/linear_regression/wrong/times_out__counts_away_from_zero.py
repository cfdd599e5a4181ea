# expect: times-out
import numpy as np

ZERO = np.float64(0)


class LinearRegression:
    __slots__ = ("w", "b")

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), ZERO

    def predict(self, X):
        return np.einsum("nd,d->n", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return np.einsum("n,n->", y_hat - y, y_hat - y) / len(y)

    def compute_gradients(self, X, y, y_hat):
        g = np.divide(y_hat - y, len(y) / 2)
        return np.einsum("nd,n->d", X, g), np.einsum("n->", g)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while epochs > 0:
            epochs += 1  # <-- here
            p = self.predict(X)
            losses += [self.compute_loss(p, y)]
            gw, gb = self.compute_gradients(X, y, p)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return losses
