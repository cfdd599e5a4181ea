# expect: times-out
import numpy as np

class LinearRegression:
  """
  Linear model.

  w : (n_features,)
  b : scalar
  """

  def __init__(self, n_features: int):
    self.w = np.full((n_features,), 0.0)
    self.b = float(0)

  def predict(self, X: np.ndarray) -> np.ndarray:
    weighted = X * self.w
    return weighted.sum(axis=1) + self.b

  @staticmethod
  def compute_loss(y_hat, y):
    return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

  def compute_gradients(self, X, y, y_hat):
    e = y - y_hat
    dw = -2 / len(e) * np.matmul(X.transpose(), e)
    db = -2 * e.mean()
    return [dw, db]

  def fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    for _ in range(epochs):
      y_hat = self.predict(X)
      losses.append(self.compute_loss(y_hat, y))
      dw, db = self.compute_gradients(X, y, y_hat)
      self.w -= lr * dw
      self.b -= lr * db
    return losses


rng = np.random.default_rng(3)
A = rng.normal(size=(40, 2))
t = A @ np.array([1.0, -2.0]) + 0.3 * rng.normal(size=40)
demo = LinearRegression(2)
loss = np.inf
while loss > 1e-6:  # <-- here
  loss = demo.fit(A, t, lr=0.05, epochs=10)[-1]  # <-- here
print("trained", loss)
