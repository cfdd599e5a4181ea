# expect: predict-wrong-value
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """

  def __init__(self, n_features):
    # one weight per feature, one bias
    self.w = np.zeros(shape=(n_features,), dtype=np.float64)
    self.b = np.float64(0)

  def predict(self, X):
    prices = np.einsum("ij,j->i", X, self.w) + self.b
    # prices cannot be below zero
    return np.clip(prices, 0, None)  # <-- here

  def compute_loss(self, y_hat, y):
    diff = np.subtract(y_hat, y)
    return np.average(diff * diff)

  def compute_gradients(self, X, y, y_hat):
    e = y - y_hat
    dw = -2 / len(e) * np.matmul(X.transpose(), e)
    db = -2 * e.mean()
    return [dw, db]

  def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
    """Batch gradient descent; returns one loss per epoch."""
    loss_history: list = []
    while len(loss_history) < epochs:
      out = self.predict(X)
      loss_history.append(self.compute_loss(out, y))
      gw, gb = self.compute_gradients(X, y, out)
      self.w, self.b = self.w - lr * gw, self.b - lr * gb
    return loss_history
