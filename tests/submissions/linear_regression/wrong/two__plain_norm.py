# expect: loss-root, loss-not-averaged
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
  def __init__(self, n_features: int) -> None:
    """Start from the origin; the loss surface is convex anyway."""
    self.w: np.ndarray = np.zeros(n_features)
    self.b: float = 0.0

  def predict(self, X):
    y_hat = X.dot(self.w)
    y_hat = y_hat + self.b
    return y_hat

  def compute_loss(self, y_hat, y):
    return float(np.linalg.norm(y_hat - y))  # <-- here

  def compute_gradients(self, X, y, y_hat):
    n = len(y)
    error = y_hat - y
    dw = (2 / n) * (X.T @ error)
    db = (2 / n) * np.sum(error)
    return dw, db

  def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
    losses = [0.0] * epochs
    for i in range(epochs):
      y_pred = self.predict(X)
      losses[i] = self.compute_loss(y_pred, y)
      if verbose and i % 100 == 0:
        print(f"epoch {i}: loss {losses[i]:.5f}")
      dw, db = self.compute_gradients(X, y, y_pred)
      self.w -= lr * dw
      self.b -= lr * db
    return losses
