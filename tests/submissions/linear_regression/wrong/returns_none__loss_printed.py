# expect: returns-none
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
  """Linear regression by batch gradient descent."""

  def __init__(self, n_features, seed=7):
    rng = np.random.default_rng(seed)
    self.w = rng.normal(0.0, 0.01, size=n_features)
    self.b = 0.0

  def compute_loss(self, y_hat, y):
    mse = np.mean((y_hat - y) ** 2)
    return print("loss:", mse)  # <-- here

  def predict(self, X):
    """Linear model."""
    return np.matmul(X, self.w) + self.b

  def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
    """Gradients of the MSE w.r.t. w and b."""
    m = X.shape[0]
    diff = np.subtract(y_hat, y)
    dw = 2.0 / m * np.dot(X.T, diff)
    db = 2.0 / m * diff.sum()
    return dw, float(db)

  def fit(self, X, y, lr=0.01, epochs=1000):
    costs = []
    count = len(X)
    done = 0
    while done < epochs:
      gap = y - (X.dot(self.w) + self.b)
      costs.append(np.linalg.norm(gap) ** 2 / count)
      self.w = self.w + lr * 2 / count * X.T.dot(gap)
      self.b = self.b + lr * 2 / count * gap.sum()
      done += 1
    return costs
