# expect: predict-wrong-shape
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
  '''NumPy-only linear regression.'''
  def __init__(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0
    self.history = []

  def predict(self, X):
    w_row = self.w[None, :]
    return w_row @ X.T + self.b  # <-- here

  def compute_loss(self, y_hat, y):
    n = y.shape[0]
    total = np.sum(np.power(y - y_hat, 2))
    return total / n

  def compute_gradients(self, X, y, y_hat):
    design = np.column_stack((X, np.ones(X.shape[0])))
    full = 2 * design.T @ (y_hat - y) / X.shape[0]
    return full[:-1], full[-1]

  def fit(self, X, y, lr=0.01, epochs=1000):
    n = len(y)
    history = []
    for _ in range(epochs):
      error = X @ self.w + self.b - y
      history.append(float(error @ error) / n)
      self.w = self.w - lr * 2 * (error @ X) / n
      self.b = self.b - lr * 2 * error.mean()
    return history
