# expect: predict-ignores-bias
"""The same class, put together from plain functions."""
import numpy as np


def _init(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0


def _gradients(self, X, y, y_hat):
    diff = y_hat - y
    return 2 * diff @ X / len(y), 2 * diff.mean()


def _fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    for _ in range(epochs):
        y_hat = self.predict(X)
        losses.append(self.compute_loss(y_hat, y))
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
    return losses


LinearRegression = type("LinearRegression", (), {
    "__init__": _init,
    "predict": lambda self, X: X @ self.w,  # <-- here
    "compute_loss": lambda self, y_hat, y: float(np.mean((y_hat - y) ** 2)),
    "compute_gradients": _gradients,
    "fit": _fit,
})
