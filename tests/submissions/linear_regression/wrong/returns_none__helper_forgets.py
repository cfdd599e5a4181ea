# expect: returns-none
"""My take on the interview kata."""
import numpy as np


def affine(X, w, b):
  result = np.matmul(X, w)
  result = result + b


class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """

  def __init__(self, n_features):
    self.w, self.b = np.zeros(n_features), 0.0

  def predict(self, X):
    return affine(X, self.w, self.b)

  def compute_loss(self, y_hat, y):
    '''MSE = ||y_hat - y||^2 / n'''
    return np.linalg.norm(y_hat - y) ** 2 / y.size

  def compute_gradients(self, X, y, y_hat):
    e = y - y_hat
    dw = -2 / len(e) * np.matmul(X.transpose(), e)
    db = -2 * e.mean()
    return [dw, db]

  def fit(self, X, y, lr=0.01, epochs=1000):
    history = []
    for epoch in range(epochs):
      pred = self.predict(X)
      loss = self.compute_loss(pred, y)
      history += [loss]
      grad_w, grad_b = self.compute_gradients(X, y, pred)
      self.w = self.w - lr * grad_w
      self.b = self.b - lr * grad_b
    return history
