# expect: loop-over-samples
import math

import numpy as np


class LinearRegression:
  """y_hat = X @ w + b"""

  def __init__(self, n_features):
    # weights, one per column of X
    self.w = np.full(n_features, 0.0)
    # intercept
    self.b = np.float64(0.0)

  def predict(self, X):
    return self.w @ X.T + self.b

  def compute_loss(self, y_hat, y):
    squares = np.square(y_hat - y)
    return math.fsum(squares) / squares.size  # <-- here

  def compute_gradients(self, X, y, y_hat):
    err = y_hat - y
    return 2 * np.mean(X * err[:, None], axis=0), 2 * err.mean()

  def fit(self, X, y, lr=0.01, epochs=1000):
    loss_history = []
    for _ in range(epochs):
      # forward
      y_hat = self.predict(X)
      loss_history.append(float(self.compute_loss(y_hat, y)))
      # backward
      step_w, step_b = (lr * g for g in self.compute_gradients(X, y, y_hat))
      # update
      self.w = self.w - step_w
      self.b = self.b - step_b
    return loss_history
