# expect: pass
from collections import namedtuple

import numpy as np

Gradients = namedtuple("Gradients", "dw db")


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        error = np.subtract(y_hat, y)
        dw = 2 * np.mean(X.T * error, axis=1)
        db = 2 * np.mean(error)
        return Gradients(dw, db)

    def fit(self, X, y, lr=0.01, epochs=1000, momentum=0.0, l2=0.0):
        velocity = Gradients(np.zeros(X.shape[1]), 0.0)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            velocity = Gradients(
                momentum * velocity.dw + dw + 2 * l2 * self.w,
                momentum * velocity.db + db,
            )
            self.w = self.w - lr * velocity.dw
            self.b = self.b - lr * velocity.db
        return losses
