# expect: method-missing
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w, self.b = np.zeros(n_features), 0.0
        self._alpha = alpha

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        err = y_hat - y
        return float(np.dot(err, err) / len(err) + self._alpha * np.dot(self.w, self.w))

    def compute_gradient(self, X, y, y_hat):  # <-- here
        err = y_hat - y
        dw = 2 * np.dot(err, X) / len(err) + 2 * self._alpha * self.w
        return dw, 2 * np.mean(err)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradient(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
