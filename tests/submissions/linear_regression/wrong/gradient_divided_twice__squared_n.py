# expect: gradient-divided-twice
from __future__ import annotations

import numpy as np


class LinearRegression:
  """y_hat = X @ w + b"""

  def __init__(self, n_features):
    super().__init__()
    self.w = np.array([0.0] * n_features)
    self.b = 0.0
    self.history = []

  def predict(self, X):
    return self.b + np.tensordot(X, self.w, axes=1)

  def compute_loss(self, y_hat, y):
    e = y_hat - y
    mse = np.einsum("i,i->", e, e) / e.shape[0]
    return float(mse)

  def compute_gradients(self, X, y, y_hat):
    n = float(X.shape[0])
    r = y_hat - y
    scale = 2.0 / n ** 2  # <-- here
    return scale * np.einsum("ij,i->j", X, r), scale * np.einsum("i->", r)

  def fit(self, X, y, lr=0.01, epochs=1000):
    return [self._epoch(X, y, lr) for _ in range(epochs)]

  def _epoch(self, X, y, lr):
    y_hat = self.predict(X)
    loss = self.compute_loss(y_hat, y)
    dw, db = self.compute_gradients(X, y, y_hat)
    self.w -= lr * dw
    self.b -= lr * db
    return loss


if __name__ == "__main__":
  rng = np.random.default_rng(3)
  X = rng.normal(size=(50, 2))
  y = X @ np.array([1.0, -2.0]) + 0.5
  model = LinearRegression(2)
  print(model.fit(X, y)[-1], model.w, model.b)
