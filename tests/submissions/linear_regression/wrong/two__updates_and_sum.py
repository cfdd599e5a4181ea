# expect: gradient-updates-parameters, gradient-not-divided-by-n
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		self.w = np.zeros(n_features)
		self.b = 0.0

	def predict(self, X):
		return self.w @ X.T + self.b

	def compute_loss(self, y_hat, y):
		return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

	def compute_gradients(self, X, y, y_hat):
		error = y_hat - y
		dw = 2 * X.T @ error  # <-- here
		db = 2 * error.sum()  # <-- here
		self.w = self.w - 1e-3 * dw  # <-- here
		self.b = self.b - 1e-3 * db  # <-- here
		return dw, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []

		def step():
			y_hat = self.predict(X)
			dw, db = self.compute_gradients(X, y, y_hat)
			self.w = self.w - lr * dw
			self.b = self.b - lr * db
			return self.compute_loss(y_hat, y)

		while len(losses) < epochs:
			losses.append(step())
		return losses
