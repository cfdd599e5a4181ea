# expect: gradient-wrong-shape
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    # weights, one per column of X
    self.w = np.full(n_features, 0.0)
    # intercept
    self.b = np.float64(0.0)

  def predict(self, X):
    weighted = X * self.w
    return weighted.sum(axis=1) + self.b

  def compute_loss(self, y_hat, y):
    total = np.sum(np.square(np.abs(y_hat - y)))
    return float(total) / y.size

  def compute_gradients(self, X, y, y_hat):
    A = np.column_stack([X, np.ones(len(X))])
    return 2 * A.T @ (y_hat - y) / len(A)  # <-- here

  def fit(self, X, y, lr=0.01, epochs=1000):
    m = y.shape[0]
    losses = []
    while len(losses) < epochs:
      r = self.predict(X) - y
      losses.append(float(np.vdot(r, r)) / m)
      self.w = self.w - 2 * lr * np.dot(r, X) / m
      self.b = self.b - 2 * lr * r.mean()
    return losses


if __name__ == "__main__":
  rng = np.random.default_rng(3)
  X = rng.normal(size=(50, 2))
  y = X @ np.array([1.0, -2.0]) + 0.5
  model = LinearRegression(2)
  print(model.fit(X, y)[-1], model.w, model.b)
