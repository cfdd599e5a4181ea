# expect: gradient-penalised
import numpy as np
from dataclasses import dataclass, field


@dataclass
class Hyper:
    weight_decay: float = 0.1
    history: list = field(default_factory=list)


class LinearRegression:
    def __init__(self, n_features, hyper=None):
        self.hyper = hyper or Hyper()
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = y.shape[0]
        r = y_hat - y
        return (2 / n) * (r @ X), (2 / n) * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        keep = 1.0 - lr * self.hyper.weight_decay  # <-- here
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w *= keep  # <-- here
            self.w -= lr * dw
            self.b -= lr * db
        return losses
