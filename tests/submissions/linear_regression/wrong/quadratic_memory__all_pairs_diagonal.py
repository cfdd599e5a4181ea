# expect: quadratic-memory|loss-broadcasts
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0

  def predict(self, X):
    return X @ self.w + self.b

  def compute_loss(self, y_hat, y):
    table = y_hat.reshape(-1, 1) - y.reshape(1, -1)  # <-- here
    return float(np.mean(np.diagonal(table) ** 2))

  def compute_gradients(self, X, y, y_hat):
    err = y_hat - y
    return 2 * np.mean(X * err[:, None], axis=0), 2 * err.mean()

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    record = losses.append
    for _ in range(epochs):
      prediction = self.predict(X)
      record(self.compute_loss(prediction, y))
      grads = dict(zip(("w", "b"), self.compute_gradients(X, y, prediction)))
      for name, grad in grads.items():
        setattr(self, name, getattr(self, name) - lr * grad)
    return losses
