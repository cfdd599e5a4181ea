# expect: loss-not-squared
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
  """y = Xw + b, fitted by gradient descent on the MSE."""
  def __init__(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0
    self.history = []

  def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
    residual = y_hat - y
    np.square(residual)  # <-- here
    return residual.mean()  # <-- here

  def predict(self, X):
    """Linear model."""
    return np.matmul(X, self.w) + self.b

  def compute_gradients(self, X, y, y_hat):
    n = len(y)
    error = y_hat - y
    dw = (2 / n) * (X.T @ error)
    db = (2 / n) * np.sum(error)
    return dw, db

  def fit(self, X, y, lr=0.01, epochs=1000):
    return [self._step(X, y, lr) for _ in range(epochs)]

  def _step(self, X, y, lr):
    y_hat = self.predict(X)
    loss = self.compute_loss(y_hat, y)
    dw, db = self.compute_gradients(X, y, y_hat)
    self.w = self.w - lr * dw
    self.b = self.b - lr * db
    return loss


if __name__ == "__main__":
  rng = np.random.default_rng(0)
  X = rng.normal(size=(200, 3))
  y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
  model = LinearRegression(3)
  losses = model.fit(X, y, lr=0.05, epochs=300)
  print(model.w, model.b, losses[-1])
