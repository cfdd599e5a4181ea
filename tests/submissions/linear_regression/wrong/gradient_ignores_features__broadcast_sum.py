# expect: gradient-ignores-features
# Linear regression from scratch

import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		self.w, self.b = np.zeros(n_features), 0.0

	def predict(self, X: np.ndarray) -> np.ndarray:
		"""(n, d) -> (n,)"""
		return X.dot(self.w) + self.b

	def compute_loss(self, y_hat, y):
		squared = np.power(y_hat - y, 2)
		return float(np.average(squared))

	def compute_gradients(self, X, y, y_hat):
		n, d = X.shape
		residual = np.tile((y_hat - y)[:, None], (1, d))
		dw = residual.sum(axis=0) * 2 / n  # <-- here
		db = residual[:, 0].sum() * 2 / n
		return dw, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []
		record = losses.append
		for _ in range(epochs):
			prediction = self.predict(X)
			record(self.compute_loss(prediction, y))
			grads = dict(zip(("w", "b"), self.compute_gradients(X, y, prediction)))
			for name, grad in grads.items():
				setattr(self, name, getattr(self, name) - lr * grad)
		return losses
