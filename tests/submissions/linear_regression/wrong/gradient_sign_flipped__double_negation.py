# expect: gradient-sign-flipped
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
  def __init__(self, n_features, scale=0.001, seed=7):
    self.rng = np.random.default_rng(seed)
    self.w = self.rng.uniform(-scale, scale, size=n_features)
    self.b = float(self.rng.uniform(-scale, scale))

  def predict(self, X: np.ndarray) -> np.ndarray:
    """(n, d) -> (n,)"""
    return X.dot(self.w) + self.b

  def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
    """Mean squared error."""
    return np.square(y_hat - y).mean().item()

  def compute_gradients(self, X, y, y_hat):
    n = X.shape[0]
    e = y_hat - y
    # d/dw (y - Xw)^2 = -2 X^T (y - Xw)
    return -2.0 / n * np.einsum("i,ij->j", e, X), -2.0 / n * np.einsum("i->", e)  # <-- here

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []

    def step():
      y_hat = self.predict(X)
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w = self.w - lr * dw
      self.b = self.b - lr * db
      return self.compute_loss(y_hat, y)

    while len(losses) < epochs:
      losses.append(step())
    return losses
