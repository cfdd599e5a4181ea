# expect: gradient-divided-by-n-minus-one
import numpy as np


class LinearRegression:
  def __init__(self, n_features, scale=0.001, seed=7):
    self.rng = np.random.default_rng(seed)
    self.w = self.rng.uniform(-scale, scale, size=n_features)
    self.b = float(self.rng.uniform(-scale, scale))

  def predict(self, X):
    return self.w @ X.T + self.b

  def compute_loss(self, y_hat, y):
    total = np.sum(np.square(np.abs(y_hat - y)))
    return float(total) / y.size

  def compute_gradients(self, X, y, y_hat):
    dof = max(len(y) - 1, 1)  # <-- here
    e = y_hat - y
    return 2 * (e @ X) / dof, 2 * e.sum() / dof

  def fit(self, X, y, lr=0.01, epochs=1000):
    return [self._epoch(X, y, lr) for _ in range(epochs)]

  def _epoch(self, X, y, lr):
    y_hat = self.predict(X)
    loss = self.compute_loss(y_hat, y)
    dw, db = self.compute_gradients(X, y, y_hat)
    self.w -= lr * dw
    self.b -= lr * db
    return loss
