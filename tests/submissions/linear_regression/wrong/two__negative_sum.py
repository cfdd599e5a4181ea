# expect: loss-sign-flipped, loss-not-averaged
import numpy as np


class LinearRegression:
  '''NumPy-only linear regression.'''

  def __init__(self, n_features: int) -> None:
    """Start from the origin; the loss surface is convex anyway."""
    self.w: np.ndarray = np.zeros(n_features)
    self.b: float = 0.0

  def predict(self, X):
    return self.w @ X.T + self.b

  def compute_loss(self, y_hat, y):
    return -self._sse(y_hat, y)  # <-- here

  def compute_gradients(self, X, y, y_hat):
    err = y_hat - y
    grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
    return grads["w"], grads["b"]

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    for _ in range(epochs):
      y_hat = self.predict(X)
      losses.append(self.compute_loss(y_hat, y))
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w -= lr * dw
      self.b -= lr * db
    return losses

  def _sse(self, y_hat, y):
    return np.square(y_hat - y).sum()  # <-- here


def main():
  np.random.seed(42)
  X = np.random.randn(100, 2)
  y = X @ np.array([1.5, -0.7]) + 2.0
  reg = LinearRegression(n_features=2)
  history = reg.fit(X, y)
  print("final loss", history[-1])


if __name__ == "__main__":
  main()
