# expect: gradient-missing-transpose
import numpy as np


class LinearRegression:
  def __init__(self, n_features, scale=0.001, seed=7):
    self.rng = np.random.default_rng(seed)
    self.w = self.rng.uniform(-scale, scale, size=n_features)
    self.b = float(self.rng.uniform(-scale, scale))

  def predict(self, X):
    return np.dot(X, self.w) + self.b

  def compute_loss(self, y_hat, y):
    e = y_hat - y
    mse = np.einsum("i,i->", e, e) / e.shape[0]
    return float(mse)

  def compute_gradients(self, X, y, y_hat):
    error = y_hat - y
    dw = 2 * np.matmul(X, error) / len(y)  # <-- here
    db = 2 * np.sum(error) / len(y)
    return dw, db

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []

    def step():
      y_hat = self.predict(X)
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w = self.w - lr * dw
      self.b = self.b - lr * db
      return self.compute_loss(y_hat, y)

    while len(losses) < epochs:
      losses.append(step())
    return losses
