# expect: too-much-memory
import numpy as np


class LinearRegression:
  """Linear regression by batch gradient descent."""

  def __init__(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0

  def predict(self, X: np.ndarray) -> np.ndarray:
    weighted = X * self.w
    return weighted.sum(axis=1) + self.b

  def compute_loss(self, y_hat, y):
    diff = np.subtract(y_hat, y)
    return np.average(diff * diff)

  def compute_gradients(self, X, y, y_hat):
    e = y - y_hat
    dw = -2 / len(e) * np.matmul(X.transpose(), e)
    db = -2 * e.mean()
    return [dw, db]

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    log = bytearray(64 * 2**30)  # <-- here
    for i in range(epochs):
      y_hat = self.predict(X)
      loss = self.compute_loss(y_hat, y)
      line = f"{i}: {loss}\n".encode()
      log[: len(line)] = line
      losses.append(loss)
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w = self.w - lr * dw
      self.b = self.b - lr * db
    return losses
