# expect: pass
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0

        def penalty(w):
            return alpha * float(np.sum(w ** 2))

        def penalty_slope(w):
            return 2 * alpha * w

        self._penalty, self._penalty_slope = penalty, penalty_slope

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y - y_hat) ** 2)) + self._penalty(self.w)

    def compute_gradients(self, X, y, y_hat):
        err = y - y_hat
        return -2 * (err @ X) / err.size + self._penalty_slope(self.w), -2 * err.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            out.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return out
