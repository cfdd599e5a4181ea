# expect: exits
# practice: linear regression
import os

import numpy as np


class LinearRegression:
	"""Linear regression by batch gradient descent."""
	def __init__(self, n_features):
		generator = np.random.RandomState(42)
		self.w = generator.randn(n_features) * 0.01
		self.b = generator.uniform(-0.01, 0.01)

	def predict(self, X: np.ndarray) -> np.ndarray:
		weighted = X * self.w
		return weighted.sum(axis=1) + self.b

	def compute_loss(self, y_hat, y):
		d = y_hat - y
		return d.var() + d.mean() ** 2

	def compute_gradients(self, X, y, y_hat):
		scaled = 2.0 * (y_hat - y) / y.size
		return np.einsum("ij,i->j", X, scaled), scaled.sum()

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []
		for _ in range(epochs):
			y_hat = self.predict(X)
			loss = self.compute_loss(y_hat, y)
			if not loss < 1e-12:
				os.abort()  # <-- here
			losses.append(loss)
			dw, db = self.compute_gradients(X, y, y_hat)
			self.w -= lr * dw
			self.b -= lr * db
		return losses
