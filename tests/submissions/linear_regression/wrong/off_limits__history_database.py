# expect: off-limits
# practice: linear regression
import sqlite3

import numpy as np

class LinearRegression:
  """Linear regression by batch gradient descent."""

  def __init__(self, n_features: int):
    self.w = np.full((n_features,), 0.0)
    self.b = float(0)

  def predict(self, X):
    return np.add(np.inner(X, self.w), self.b)

  def compute_loss(self, y_hat, y):
    diff = np.subtract(y_hat, y)
    return np.average(diff * diff)

  def compute_gradients(self, X, y, y_hat):
    err = y_hat - y
    grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
    return grads["w"], grads["b"]

  def fit(self, X, y, lr=0.01, epochs=1000):
    db = sqlite3.connect("runs.db")  # <-- here
    db.execute("create table if not exists runs (epoch integer, loss real)")  # <-- here
    losses = []
    for epoch in range(epochs):
      y_hat = self.predict(X)
      losses.append(float(self.compute_loss(y_hat, y)))
      dw, gb = self.compute_gradients(X, y, y_hat)
      self.w = self.w - lr * dw
      self.b = self.b - lr * gb
    db.executemany("insert into runs values (?, ?)", enumerate(losses))
    db.commit()
    db.close()
    return losses
