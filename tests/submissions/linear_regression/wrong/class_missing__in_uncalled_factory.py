# expect: class-missing
import numpy as np


def make():
    class LinearRegression:
        def __init__(self, n_features):
            self.w = np.zeros(n_features)
            self.b = 0.0

        def predict(self, X):
            return X.dot(self.w) + self.b

        def compute_loss(self, y_hat, y):
            return float(((y_hat - y) ** 2).mean())

        def compute_gradients(self, X, y, y_hat):
            r = y_hat - y
            return 2 * X.T.dot(r) / len(r), 2 * r.mean()

        def fit(self, X, y, lr=0.01, epochs=1000):
            out = []
            for _ in range(epochs):
                p = self.predict(X)
                out.append(self.compute_loss(p, y))
                gw, gb = self.compute_gradients(X, y, p)
                self.w = self.w - lr * gw
                self.b = self.b - lr * gb
            return out

    return LinearRegression
