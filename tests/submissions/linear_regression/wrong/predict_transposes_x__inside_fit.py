# expect: predict-transposes-x|predict-swaps-operands
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
  def __init__(self, n_features):
    # one weight per feature, one bias
    self.w = np.zeros(shape=(n_features,), dtype=np.float64)
    self.b = np.float64(0)

  def predict(self, X):
    return np.einsum("ij,j->i", X, self.w) + self.b

  def compute_gradients(self, X, y, y_hat):
    scaled = 2.0 * (y_hat - y) / y.size
    return np.einsum("ij,i->j", X, scaled), scaled.sum()

  def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
    residual = y - y_hat
    return np.einsum("i,i->", residual, residual) / residual.size

  def fit(self, X, y, lr=0.01, epochs=1000):
    n = X.shape[0]
    losses = []
    for _ in range(epochs):
      error = X.T @ self.w + self.b - y  # <-- here
      losses.append(float(np.mean(error ** 2)))
      self.w = self.w - lr * 2 / n * (X.T @ error)
      self.b = self.b - lr * 2 / n * error.sum()
    return losses


if __name__ == "__main__":
  rng = np.random.default_rng(0)
  X = rng.normal(size=(200, 3))
  y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
  model = LinearRegression(3)
  losses = model.fit(X, y, lr=0.05, epochs=300)
  print(model.w, model.b, losses[-1])
