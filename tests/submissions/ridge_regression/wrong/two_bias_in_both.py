# expect: loss-penalises-bias, gradient-penalises-bias
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self._lam = alpha
        self._theta = np.zeros(n_features + 1)

    @property
    def w(self):
        return self._theta[:-1]

    @w.setter
    def w(self, value):
        self._theta = np.append(value, self._theta[-1])

    @property
    def b(self):
        return float(self._theta[-1])

    @b.setter
    def b(self, value):
        self._theta = np.append(self._theta[:-1], value)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        r = y - y_hat
        return float(np.mean(r ** 2) + self._lam * np.sum(self._theta ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        r = y - y_hat
        dw = -2 * (X.T @ r) / len(r) + 2 * self._lam * self.w
        db = -2 * np.mean(r) + 2 * self._lam * self.b  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self._theta = self._theta - lr * np.append(dw, db)
        return losses
