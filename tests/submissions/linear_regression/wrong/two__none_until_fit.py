# expect: parameters-missing|weights-wrong-shape, parameters-missing|bias-not-scalar
# practice: linear regression
import numpy as np


class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """
  def __init__(self, n_features=None):
    self.n_features = n_features
    self.w = None  # <-- here
    self.b = None  # <-- here

  def predict(self, X):
    w, b = self.w, self.b
    return b + X @ w

  def compute_loss(self, y_hat, y):
    diff = np.subtract(y_hat, y)
    return np.average(diff * diff)

  def compute_gradients(self, X, y, y_hat):
    scaled = 2.0 * (y_hat - y) / y.size
    return np.einsum("ij,i->j", X, scaled), scaled.sum()

  def fit(self, X, y, lr=0.01, epochs=1000):
    if self.w is None:
      self.w, self.b = np.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
      y_hat = self.predict(X)
      losses.append(self.compute_loss(y_hat, y))
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w -= lr * dw
      self.b -= lr * db
    return losses


def main():
  np.random.seed(42)
  X = np.random.randn(100, 2)
  y = X @ np.array([1.5, -0.7]) + 2.0
  reg = LinearRegression(n_features=2)
  history = reg.fit(X, y)
  print("final loss", history[-1])


if __name__ == "__main__":
  main()
