# expect: not-finite
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """
  def __init__(self, n_features, scale=1e-3):
    self.w = scale * np.ones(n_features)
    self.b = 0.

  def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
    """Mean squared error."""
    return np.square(y_hat - y).mean()

  def compute_gradients(self, X, y, y_hat):
    error = y_hat - y
    keep = np.abs(error) > 1e6
    Xk, ek = X[keep], error[keep]
    dw = 2 * np.mean(Xk * ek[:, None], axis=0)  # <-- here
    db = 2 * np.mean(ek)  # <-- here
    return dw, db

  def predict(self, X):
    """Linear model."""
    return np.matmul(X, self.w) + self.b

  def fit(self, X, y, lr=0.01, epochs=1000):
    history = []
    for epoch in range(epochs):
      pred = self.predict(X)
      loss = self.compute_loss(pred, y)
      history += [loss]
      grad_w, grad_b = self.compute_gradients(X, y, pred)
      self.w = self.w - lr * grad_w
      self.b = self.b - lr * grad_b
    return history
