# expect: gradient-of-squared-residual
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        sq = self._squared_error(y_hat, y)  # <-- here
        return 2 * np.average(X * sq[:, None], axis=0), 2 * np.average(sq)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()

    def _squared_error(self, y_hat, y):
        return np.square(np.subtract(y_hat, y))
