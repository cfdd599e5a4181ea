# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.sqrt((y_hat - y) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        s = 2 * np.heaviside(y_hat - y, 0.5) - 1
        n = len(s)
        return np.einsum('nd,n->d', X, s) / n, s.sum() / n

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        while len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
