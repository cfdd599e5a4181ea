# expect: raises, loss-absolute
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
	"""y = Xw + b, fitted by gradient descent on the MSE."""

	def __init__(self, n_features: int) -> None:
		"""Start from the origin; the loss surface is convex anyway."""
		self.w: np.ndarray = np.zeros(n_features)
		self.b: float = 0.0

	def predict(self, X):
		return X @ self.w + self.bias  # <-- here

	def compute_loss(self, y_hat, y):
		return np.mean(np.abs(y_hat - y))  # <-- here

	def compute_gradients(self, X, y, y_hat):
		scaled = 2.0 * (y_hat - y) / y.size
		return np.einsum("ij,i->j", X, scaled), scaled.sum()

	def fit(self, X, y, lr=0.01, epochs=1000):
		return [self._step(X, y, lr) for _ in range(epochs)]

	def _step(self, X, y, lr):
		y_hat = self.predict(X)
		loss = self.compute_loss(y_hat, y)
		dw, db = self.compute_gradients(X, y, y_hat)
		self.w = self.w - lr * dw
		self.b = self.b - lr * db
		return loss
