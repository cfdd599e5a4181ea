# expect: fit-not-exact
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _downhill(self, X, y):
        r = self.predict(X) - y
        return 2 * X.T @ r / len(y), 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=200):
        """Goes downhill until it is flat."""
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        epoch = 0
        while epoch < epochs:  # <-- here
            dw, db = self._downhill(X, y)
            if np.abs(dw).max() < 1e-12 and abs(db) < 1e-12:
                break
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            epoch += 1
        return self
