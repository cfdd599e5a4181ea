# expect: weights-wrong-shape, weights-not-small
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
  def __init__(self, n_features):
    self.w = np.zeros((n_features, 1))  # <-- here
    self.b = 3.0  # <-- here

  def predict(self, X):
    """Linear model."""
    return np.matmul(X, self.w) + self.b

  def compute_loss(self, y_hat, y):
    mse = ((y_hat - y) ** 2).mean()
    return mse.item()

  def compute_gradients(self, X, y, y_hat):
    err = y_hat - y
    grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
    return grads["w"], grads["b"]

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
