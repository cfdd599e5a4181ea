# expect: loop-over-samples
from __future__ import annotations

import numpy as np


subtract = np.frompyfunc(lambda a, b: a - b, 2, 1)  # <-- here


class LinearRegression:
  def __init__(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0

  def predict(self, X: np.ndarray) -> np.ndarray:
    """(n, d) -> (n,)"""
    return X.dot(self.w) + self.b

  def compute_loss(self, y_hat, y):
    return float(np.mean((y_hat - y) ** 2))

  def compute_gradients(self, X, y, y_hat):
    r = subtract(y_hat, y).astype(float)  # <-- here
    return 2 / len(r) * np.dot(r, X), 2 / len(r) * r.sum()

  def fit(self, X, y, lr=0.01, epochs=1000):
    out = []
    for epoch in range(1, epochs + 1):
      preds = self.predict(X)
      mse = self.compute_loss(preds, y)
      out.append(mse)
      if epoch % 500 == 0:
        print(f"epoch {epoch}: loss {mse:.4f}")
      dw, db = self.compute_gradients(X, y, preds)
      self.w, self.b = self.w - lr * dw, self.b - lr * db
    return out
