# expect: gradient-clipped
import numpy as np


class LinearRegression:
    # keeps training stable, see the RNN lecture
    LIMIT = 1.0

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        e = (y_hat - y) * (2.0 / len(y))
        return X.T.dot(e), float(e.sum())

    def _limited(self, dw, db):
        norm = np.sqrt(np.sum(dw * dw) + db * db)
        if norm > self.LIMIT:
            factor = self.LIMIT / norm  # <-- here
            return dw * factor, db * factor  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        i = 0
        while i < epochs:
            y_hat = self.predict(X)
            losses += [self.compute_loss(y_hat, y)]
            dw, db = self._limited(*self.compute_gradients(X, y, y_hat))
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            i += 1
        return losses
