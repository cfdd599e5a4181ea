# expect: returns-none
# practice: linear regression
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

	def predict(self, X):
		y_hat = X @ self.w + self.b

	def compute_loss(self, y_hat, y):
		n = y.shape[0]
		total = np.sum(np.power(y - y_hat, 2))
		return total / n

	def compute_gradients(self, X, y, y_hat):
		e = y - y_hat
		dw = -2 / len(e) * np.matmul(X.transpose(), e)
		db = -2 * e.mean()
		return [dw, db]

	def fit(self, X, y, lr=0.01, epochs=1000):
		n = len(y)
		history = []
		for _ in range(epochs):
			error = X @ self.w + self.b - y
			history.append(float(error @ error) / n)
			self.w = self.w - lr * 2 * (error @ X) / n
			self.b = self.b - lr * 2 * error.mean()
		return history
