# expect: loss-not-averaged, gradient-not-divided-by-n
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
  """y = Xw + b, fitted by gradient descent on the MSE."""

  def __init__(self, n_features):
    self.n_features = n_features
    self.reset()

  def reset(self):
    """Back to the starting point."""
    self.w = np.zeros(self.n_features)
    self.b = 0.0

  def predict(self, X):
    w, b = self.w, self.b
    return b + X @ w

  def compute_loss(self, y_hat, y):
    return ((y_hat - y) ** 2).sum()  # <-- here

  def compute_gradients(self, X, y, y_hat):
    error = y_hat - y
    return 2 * np.dot(X.T, error), 2 * np.sum(error)  # <-- here

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    m = X.shape[0]
    w, b = self.w, self.b
    for _ in range(epochs):
      residual = np.dot(X, w) + b - y
      losses.append(np.mean(residual ** 2))
      w = w - lr * (2 / m) * np.dot(X.T, residual)
      b = b - lr * (2 / m) * np.sum(residual)
    self.w, self.b = w, b
    return losses
