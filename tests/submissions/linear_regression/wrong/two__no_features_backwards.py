# expect: gradient-ignores-features, gradient-sign-flipped
# Linear regression from scratch

import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    # weights, one per column of X
    self.w = np.full(n_features, 0.0)
    # intercept
    self.b = np.float64(0.0)

  def predict(self, X):
    return np.einsum("ij,j->i", X, self.w) + self.b

  def compute_loss(self, y_hat, y):
    return float(np.mean((y_hat - y) ** 2))

  def compute_gradients(self, X, y, y_hat):
    db = 2 * np.mean(y - y_hat)  # <-- here
    return db * np.ones(X.shape[1]), db  # <-- here

  def fit(self, X, y, lr=0.01, epochs=1000):
    history = []
    epoch = 0
    while epoch < epochs:
      pred = self.predict(X)
      loss = self.compute_loss(pred, y)
      grad_w, grad_b = self.compute_gradients(X, y, pred)
      self.w = self.w - lr * grad_w
      self.b = self.b - lr * grad_b
      history.append(float(loss))
      epoch += 1
    return history


if __name__ == "__main__":
  rng = np.random.default_rng(3)
  X = rng.normal(size=(50, 2))
  y = X @ np.array([1.0, -2.0]) + 0.5
  model = LinearRegression(2)
  print(model.fit(X, y)[-1], model.w, model.b)
