# expect: not-finite|weights-not-small
import numpy as np


class LinearRegression:
	"""
	Linear model.

	w : (n_features,)
	b : scalar
	"""
	def __init__(self, n_features):
		self.w = np.zeros(n_features)
		self.b = -np.inf  # <-- here

	def predict(self, X):
		y_hat = X.dot(self.w)
		y_hat = y_hat + self.b
		return y_hat

	@staticmethod
	def compute_loss(y_hat, y):
		return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

	def compute_gradients(self, X, y, y_hat):
		error = y_hat - y
		return 2 * (error @ X) / X.shape[0], 2 * error.mean()

	def fit(self, X, y, lr=0.01, epochs=1000):
		n = len(y)
		history = []
		for _ in range(epochs):
			error = X @ self.w + self.b - y
			history.append(float(error @ error) / n)
			self.w = self.w - lr * 2 * (error @ X) / n
			self.b = self.b - lr * 2 * error.mean()
		return history
