# expect: gradient-bias-not-divided-by-n
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		# weights, one per column of X
		self.w = np.full(n_features, 0.0)
		# intercept
		self.b = np.float64(0.0)

	def predict(self, X):
		return np.einsum("ij,j->i", X, self.w) + self.b

	def compute_loss(self, y_hat, y):
		e = y_hat - y
		mse = np.einsum("i,i->", e, e) / e.shape[0]
		return float(mse)

	def compute_gradients(self, X, y, y_hat):
		n = y.size
		diff = y_hat - y
		dw = (2 / n) * np.dot(X.T, diff)
		db = 2 * np.sum(diff)  # <-- here
		return dw, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		return [self._epoch(X, y, lr) for _ in range(epochs)]

	def _epoch(self, X, y, lr):
		y_hat = self.predict(X)
		loss = self.compute_loss(y_hat, y)
		dw, db = self.compute_gradients(X, y, y_hat)
		self.w -= lr * dw
		self.b -= lr * db
		return loss
