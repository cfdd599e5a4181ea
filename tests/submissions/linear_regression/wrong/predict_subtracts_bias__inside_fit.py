# expect: predict-subtracts-bias
# practice: linear regression
import numpy as np


class LinearRegression:
	'''NumPy-only linear regression.'''
	def __init__(self, n_features):
		self.w, self.b = np.zeros(n_features), 0.0

	def predict(self, X):
		w, b = self.w, self.b
		return b + X @ w

	def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
		"""Mean squared error."""
		return np.square(y_hat - y).mean()

	def compute_gradients(self, X, y, y_hat):
		n_samples, _ = X.shape
		g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
		return X.T.dot(g), g.sum()

	def fit(self, X, y, lr=0.01, epochs=1000):
		history = []
		for _ in range(epochs):
			y_hat = X.dot(self.w) - self.b  # <-- here
			history.append(self.compute_loss(y_hat, y))
			dw, db = self.compute_gradients(X, y, y_hat)
			self.w = self.w - lr * dw
			self.b = self.b - lr * db
		return history
