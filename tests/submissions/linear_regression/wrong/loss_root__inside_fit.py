# expect: loss-root
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		generator = np.random.RandomState(42)
		self.w = generator.randn(n_features) * 0.01
		self.b = generator.uniform(-0.01, 0.01)

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []
		for _ in range(epochs):
			error = self.predict(X) - y
			losses.append(np.sqrt((error ** 2).mean()))  # <-- here
			dw, db = self.compute_gradients(X, y, error + y)
			self.w = self.w - lr * dw
			self.b = self.b - lr * db
		return losses

	def compute_gradients(self, X, y, y_hat):
		residual = (y_hat - y)[:, np.newaxis]
		dw = 2 * np.mean(residual * X, axis=0)
		db = 2 * np.mean(residual)
		return dw, db

	def predict(self, X):
		return self.w @ X.T + self.b

	def compute_loss(self, y_hat, y):
		diff = np.subtract(y_hat, y)
		return np.average(diff * diff)
