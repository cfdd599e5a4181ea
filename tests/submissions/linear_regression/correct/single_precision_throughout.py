# expect: pass
import numpy as np

DTYPE = np.float32


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features, DTYPE)
        self.b = DTYPE(0.0)

    def predict(self, X):
        return np.asarray(X, DTYPE) @ np.asarray(self.w, DTYPE) + DTYPE(self.b)

    def compute_loss(self, y_hat, y):
        e = np.asarray(y_hat, DTYPE) - np.asarray(y, DTYPE)
        return float(np.mean(e * e))

    def compute_gradients(self, X, y, y_hat):
        e = np.asarray(y_hat, DTYPE) - np.asarray(y, DTYPE)
        two_over_n = DTYPE(2.0 / e.size)
        return two_over_n * (np.asarray(X, DTYPE).T @ e), two_over_n * e.sum(dtype=DTYPE)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = np.asarray(self.w - DTYPE(lr) * dw, DTYPE)
            self.b = DTYPE(self.b - DTYPE(lr) * db)
        return losses
