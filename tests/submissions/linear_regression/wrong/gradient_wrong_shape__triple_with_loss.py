# expect: gradient-wrong-shape
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
	"""Linear regression trained by batch gradient descent."""

	def __init__(self, n_features):
		rng = np.random.default_rng(0)
		self.w = 0.01 * rng.standard_normal(n_features)
		self.b = 0.0

	def predict(self, X: np.ndarray) -> np.ndarray:
		"""(n, d) -> (n,)"""
		return X.dot(self.w) + self.b

	def compute_loss(self, y_hat, y):
		total = np.sum(np.square(np.abs(y_hat - y)))
		return float(total) / y.size

	def compute_gradients(self, X, y, y_hat):
		n = len(y)
		e = y_hat - y
		return (2 / n) * (X.T @ e), (2 / n) * e.sum(), float(np.mean(e ** 2))  # <-- here

	def fit(self, X, y, lr=0.01, epochs=1000):
		history = []
		for _ in range(epochs):
			y_hat = self.predict(X)
			dw, db = self._descent(X, y_hat - y)
			history.append(self.compute_loss(y_hat, y))
			self.w = self.w - lr * dw
			self.b = self.b - lr * db
		return history

	def _descent(self, X, e):
		return 2 * X.T.dot(e) / len(e), 2 * e.mean()
