# expect: gradient-sign-flipped, fit-history-missing
import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    # weights, one per column of X
    self.w = np.full(n_features, 0.0)
    # intercept
    self.b = np.float64(0.0)

  def predict(self, X):
    return self.w @ X.T + self.b

  def compute_loss(self, y_hat, y):
    return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

  def compute_gradients(self, X, y, y_hat):
    gap = y - y_hat  # <-- here
    return 2 * np.mean(gap[:, None] * X, axis=0), 2 * np.mean(gap)  # <-- here

  def fit(self, X, y, lr=0.01, epochs=1000):
    self.losses_ = []
    for _ in range(epochs):
      y_hat = self.predict(X)
      self.losses_.append(self.compute_loss(y_hat, y))
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w = self.w - lr * dw
      self.b = self.b - lr * db
    return self  # <-- here
