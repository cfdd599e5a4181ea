# expect: loss-not-scalar
"""Linear regression from scratch."""
import numpy as np

class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """

  def __init__(self, n_features):
    generator = np.random.RandomState(42)
    self.w = generator.randn(n_features) * 0.01
    self.b = generator.uniform(-0.01, 0.01)

  def fit(self, X, y, lr=0.01, epochs=1000):
    """Plain batch gradient descent, everything written out."""
    losses = []
    for epoch in range(epochs):
      delta = (X * self.w).sum(axis=1) + self.b - y
      losses.append(float(np.square(delta).mean()))
      step_w = 2 * np.mean(X * delta[:, None], axis=0)
      step_b = 2 * np.mean(delta)
      self.w = self.w - lr * step_w
      self.b = self.b - lr * step_b
    return losses

  def predict(self, X):
    return X @ self.w + self.b

  def compute_loss(self, y_hat, y):
    return np.mean(np.square(y_hat - y), keepdims=True)  # <-- here

  def compute_gradients(self, X, y, y_hat):
    residual = (y_hat - y)[:, np.newaxis]
    dw = 2 * np.mean(residual * X, axis=0)
    db = 2 * np.mean(residual)
    return dw, db
