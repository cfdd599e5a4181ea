# expect: gradient-broadcasts
# Linear regression from scratch

import numpy as np


class LinearRegression:
  """Linear regression trained by batch gradient descent."""

  def __init__(self, n_features):
    self.w, self.b = np.zeros(n_features), 0.0

  def predict(self, X):
    return X @ self.w + self.b

  def compute_loss(self, y_hat, y):
    return float(((y - y_hat) ** 2).sum() / y.shape[0])

  def compute_gradients(self, X, y, y_hat):
    n = len(y)
    y = y.reshape(-1, 1)
    error = y_hat - y  # <-- here
    dw = (2 / n) * (X.T @ error)
    db = (2 / n) * np.sum(error)
    return dw, db

  def fit(self, X, y, lr=0.01, epochs=1000):
    out = []
    for epoch in range(1, epochs + 1):
      preds = self.predict(X)
      mse = self.compute_loss(preds, y)
      out.append(mse)
      if epoch % 500 == 0:
        print(f"epoch {epoch}: loss {mse:.4f}")
      dw, db = self.compute_gradients(X, y, preds)
      self.w, self.b = self.w - lr * dw, self.b - lr * db
    return out
