# expect: gradient-of-absolute-error
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    super().__init__()
    self.w = np.array([0.0] * n_features)
    self.b = 0.0
    self.history = []

  def predict(self, X):
    return np.einsum("ij,j->i", X, self.w) + self.b

  def compute_loss(self, y_hat, y):
    e = y_hat - y
    mse = np.einsum("i,i->", e, e) / e.shape[0]
    return float(mse)

  def compute_gradients(self, X, y, y_hat):
    n = len(y)
    s = np.sign(y_hat - y)  # <-- here
    dw = (2 / n) * (X.T @ s)  # <-- here
    db = (2 / n) * np.sum(s)  # <-- here
    return dw, db

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    for _ in range(epochs):
      y_hat = self.predict(X)
      losses.append(self.compute_loss(y_hat, y))
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w -= lr * dw
      self.b -= lr * db
    return losses
