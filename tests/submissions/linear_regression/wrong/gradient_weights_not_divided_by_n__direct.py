# expect: gradient-weights-not-divided-by-n
# Linear regression from scratch

import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    # weights, one per column of X
    self.w = np.full(n_features, 0.0)
    # intercept
    self.b = np.float64(0.0)

  def predict(self, X):
    return np.add(self.b, X @ self.w)

  def compute_loss(self, y_hat, y):
    return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

  def compute_gradients(self, X, y, y_hat):
    error = y_hat - y
    dw = 2 * (X.T @ error)  # <-- here
    db = 2 * np.mean(error)
    return dw, db

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = np.empty(epochs)
    for t in range(epochs):
      y_hat = self.predict(X)
      losses[t] = self.compute_loss(y_hat, y)
      dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
      self.w = np.subtract(self.w, lr * dw)
      self.b = self.b - lr * db
    return losses.tolist()
