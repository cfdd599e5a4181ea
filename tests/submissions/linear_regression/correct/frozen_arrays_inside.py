# expect: pass
import numpy as np


def frozen(a):
    a = np.array(a, dtype=float)
    a.setflags(write=False)
    return a


class LinearRegression:
    def __init__(self, n_features):
        self.w = frozen(np.zeros(n_features))
        self.b = np.float64(0)

    def predict(self, X):
        return frozen(X @ self.w + self.b)

    def compute_loss(self, y_hat, y):
        return np.mean((frozen(y_hat) - frozen(y)) ** 2).astype(float)

    def compute_gradients(self, X, y, y_hat):
        error = frozen(y_hat - y)
        return frozen(2 * X.T @ error / len(y)), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        X, y = frozen(X), frozen(y)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(self.compute_loss(y_hat, y)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = frozen(self.w - lr * dw)
            self.b = self.b - lr * db
        return losses
