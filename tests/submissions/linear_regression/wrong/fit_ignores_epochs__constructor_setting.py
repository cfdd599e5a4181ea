# expect: fit-ignores-epochs
import numpy as np


class LinearRegression:
    """Least squares by gradient descent.

    Parameters
    ----------
    n_features : int
    n_iter : int
        How many passes `fit` makes.
    """

    def __init__(self, n_features, n_iter=300):
        self.n_iter = n_iter
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y - y_hat) ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y - y_hat
        dw = -2 / len(r) * (r @ X)
        db = -2 / len(r) * r.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.losses_ = []
        for _ in range(self.n_iter):  # <-- here
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.losses_.append(self.compute_loss(y_hat, y))
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return list(self.losses_)
