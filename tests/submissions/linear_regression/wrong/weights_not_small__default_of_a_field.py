# expect: weights-not-small
import dataclasses

import numpy as np


@dataclasses.dataclass(eq=False)
class LinearRegression:
    n_features: int
    b: float = dataclasses.field(default=2.0, init=False)  # <-- here

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
