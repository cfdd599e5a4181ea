# expect: predict-ignores-bias
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		self.w = np.zeros(n_features, dtype=np.int64)
		self.b = 0.0

	def predict(self, X):
		return X.dot(self.w)  # <-- here

	def compute_loss(self, y_hat, y):
		r = y_hat - y
		return float(r @ r) / len(r)

	def compute_gradients(self, X, y, y_hat):
		scaled = 2.0 * (y_hat - y) / y.size
		return np.einsum("ij,i->j", X, scaled), scaled.sum()

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []
		for _ in range(epochs):
			y_hat = self.predict(X)
			losses.append(self.compute_loss(y_hat, y))
			dw, db = self.compute_gradients(X, y, y_hat)
			self.w = self.w - lr * dw
			self.b = self.b - lr * db
		return losses
