# expect: gradient-missing-factor-two
import numpy as np


class LinearRegression:
  """Linear regression trained by batch gradient descent."""

  def __init__(self, n_features: int) -> None:
    """Start from zeros; the loss is convex, so any start will do."""
    self.w = np.zeros(n_features, dtype=np.float64)
    self.b = 0.0

  def predict(self, X):
    weighted = X * self.w
    return weighted.sum(axis=1) + self.b

  def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
    """Mean squared error."""
    return np.square(y_hat - y).mean().item()

  def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
    """Gradient of the MSE with respect to w and to b."""
    m = X.shape[0]
    residual = y_hat - y
    grad_w = residual @ X
    grad_b = residual.sum()
    return 2 * grad_w / m, 2 * grad_b / m

  def fit(self, X, y, lr=0.01, epochs=1000):
    """Gradient descent on the MSE."""
    m = X.shape[0]
    losses = []
    for _ in range(epochs):
      h = np.dot(X, self.w) + self.b
      losses.append(float(np.mean((h - y) ** 2)))
      self.w = self.w - (lr / m) * np.dot(X.T, h - y)  # <-- here
      self.b = self.b - (lr / m) * np.sum(h - y)  # <-- here
    return losses
