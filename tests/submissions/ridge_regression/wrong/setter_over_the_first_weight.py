# expect: parameters-missing
import numpy as np


class RidgeRegression:
    """The intercept is the last entry of one parameter vector."""

    def __init__(self, n_features, alpha=1.0):
        self.params = np.zeros(n_features + 1)
        self.alpha = alpha

    @property
    def w(self):
        return self.params[:-1]

    @w.setter
    def w(self, weights):
        self.params[:-1] = weights

    @property
    def b(self):
        return self.params[-1]

    @b.setter
    def b(self, intercept):
        self.params[0] = intercept  # <-- here

    def predict(self, X):
        return np.c_[X, np.ones(len(X))] @ self.params

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * self.w @ self.w)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * X.T @ error + 2 * self.alpha * self.w, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self.params = self.params - lr * np.append(*self.compute_gradients(X, y, y_hat))
        return losses
