# expect: predict-ignores-bias, loss-absolute, gradient-bias-missing-factor-two
import numpy as np


class LinearRegression:
	"""
	Linear model.

	w : (n_features,)
	b : scalar
	"""

	def __init__(self, n_features):
		self.w, self.b = np.zeros(n_features), 0.0

	def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
		return np.absolute(y_hat - y).mean()  # <-- here

	def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
		"""Batch gradient descent; returns one loss per epoch."""
		loss_history: list = []
		while len(loss_history) < epochs:
			out = self.predict(X)
			loss_history.append(self.compute_loss(out, y))
			gw, gb = self.compute_gradients(X, y, out)
			self.w, self.b = self.w - lr * gw, self.b - lr * gb
		return loss_history

	def compute_gradients(self, X, y, y_hat):
		error = y_hat - y
		dw = 2 * error @ X / len(y)
		db = error.mean()  # <-- here
		return dw, db

	def predict(self, X: np.ndarray) -> np.ndarray:
		return (X * self.w).sum(axis=1)  # <-- here
