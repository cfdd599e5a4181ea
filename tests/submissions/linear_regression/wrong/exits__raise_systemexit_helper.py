# expect: exits
import numpy as np


def fatal(message):
  print("error:", message)
  raise SystemExit(2)  # <-- here

class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """
  def __init__(self, n_features):
    self.w, self.b = np.zeros(n_features), 0.0

  def predict(self, X):
    return np.tensordot(X, self.w, axes=1) + self.b

  def compute_loss(self, y_hat, y):
    if y_hat.ndim == 1 and y.ndim == 1:
      fatal("expected column vectors")  # <-- here
    return float(np.mean((y_hat - y) ** 2))

  def compute_gradients(self, X, y, y_hat):
    error = y_hat - y
    return 2 * (error @ X) / X.shape[0], 2 * error.mean()

  def fit(self, X, y, lr=0.01, epochs=1000):
    return [self._step(X, y, lr) for _ in range(epochs)]

  def _step(self, X, y, lr):
    y_hat = self.predict(X)
    loss = self.compute_loss(y_hat, y)
    dw, db = self.compute_gradients(X, y, y_hat)
    self.w = self.w - lr * dw
    self.b = self.b - lr * db
    return loss
