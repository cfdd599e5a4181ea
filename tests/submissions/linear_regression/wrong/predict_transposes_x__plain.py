# expect: predict-transposes-x|predict-swaps-operands
"""My take on the interview kata."""
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

	def compute_loss(self, y_hat, y):
		return float(np.mean((y_hat - y) ** 2))

	def predict(self, X):
		return X.T @ self.w + self.b  # <-- here

	def compute_gradients(self, X, y, y_hat):
		design = np.column_stack((X, np.ones(X.shape[0])))
		full = 2 * design.T @ (y_hat - y) / X.shape[0]
		return full[:-1], full[-1]

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
