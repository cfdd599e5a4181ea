# expect: gradient-not-divided-by-n
import numpy as np
from dataclasses import dataclass, field


@dataclass
class LinearRegression:
    n_features: int
    w: np.ndarray = field(init=False)
    b: float = field(init=False, default=0.0)

    def __post_init__(self):
        self.w = np.zeros(self.n_features)

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return 0.5 * np.mean((y_hat - y) ** 2).item()

    @staticmethod
    def _summed(X, residual):
        """sum over the samples of residual * (features, 1)"""
        return np.einsum("ij,i->j", X, residual), np.einsum("i->", residual)

    def compute_gradients(self, X, y, y_hat):
        # The 2 of the square and the 1/2 in front cancel,
        # so nothing but the plain sums is left over.
        return self._summed(X, y_hat - y)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        trace = [0.0] * epochs
        inv = 1.0 / len(y)
        for k in range(epochs):
            r = self.predict(X) - y
            trace[k] = 0.5 * inv * float(r @ r)
            sw, sb = self._summed(X, r)
            self.w = self.w - lr * inv * sw
            self.b = self.b - lr * inv * sb
        return trace
