# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        out = np.empty(len(X))
        out.flat = X @ self.w + self.b
        return out

    def compute_loss(self, y_hat, y):
        e = (y_hat - y).view()
        return float(np.sum(e.flat ** 2 if False else np.ravel(e) ** 2) / e.size)

    def compute_gradients(self, X, y, y_hat):
        e = np.subtract(y_hat, y)
        g = np.sum((X.T * e).T, axis=0)
        return 2 * g / e.size, 2 * np.sum(e.flat[:]) / e.size

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
