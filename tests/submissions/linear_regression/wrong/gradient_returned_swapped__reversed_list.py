# expect: gradient-returned-swapped
import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    rng = np.random.default_rng(0)
    self.w = 0.01 * rng.standard_normal(n_features)
    self.b = 0.0

  def predict(self, X):
    out = np.matmul(X, self.w)
    out = out + self.b
    return out

  def compute_loss(self, y_hat, y):
    return float(((y - y_hat) ** 2).sum() / y.shape[0])

  def compute_gradients(self, X, y, y_hat):
    delta = (y_hat - y) * (2.0 / len(y))
    grads = []
    grads.append(delta @ X)
    grads.append(delta.sum())
    return grads[::-1]  # <-- here

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
