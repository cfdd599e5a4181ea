# expect: predict-elementwise
# practice: linear regression
import numpy as np

class LinearRegression:
  """y = Xw + b, fitted by gradient descent on the MSE."""
  def __init__(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0

  def predict(self, X: np.ndarray) -> np.ndarray:
    out = np.empty(X.shape)
    np.multiply(X, self.w[np.newaxis, :], out=out)  # <-- here
    out += self.b
    return out

  def compute_loss(self, y_hat, y):
    '''MSE = ||y_hat - y||^2 / n'''
    return np.linalg.norm(y_hat - y) ** 2 / y.size

  def compute_gradients(self, X, y, y_hat):
    e = y - y_hat
    dw = -2 / len(e) * np.matmul(X.transpose(), e)
    db = -2 * e.mean()
    return [dw, db]

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
