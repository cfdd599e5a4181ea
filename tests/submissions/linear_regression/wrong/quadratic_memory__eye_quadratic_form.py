# expect: quadratic-memory
from __future__ import annotations

import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		rng = np.random.default_rng(0)
		self.w = 0.01 * rng.standard_normal(n_features)
		self.b = 0.0

	def predict(self, X: np.ndarray) -> np.ndarray:
		"""(n, d) -> (n,)"""
		return X.dot(self.w) + self.b

	def compute_loss(self, y_hat, y):
		r = y - y_hat
		identity = np.eye(r.size)  # <-- here
		return float(r @ identity @ r) / r.size

	def compute_gradients(self, X, y, y_hat):
		err = y_hat - y
		return 2 * np.mean(X * err[:, None], axis=0), 2 * err.mean()

	def fit(self, X, y, lr=0.01, epochs=1000):
		out = []
		for epoch in range(1, epochs + 1):
			preds = self.predict(X)
			mse = self.compute_loss(preds, y)
			out.append(mse)
			if epoch % 500 == 0:
				print(f"epoch {epoch}: loss {mse:.4f}")
			dw, db = self.compute_gradients(X, y, preds)
			self.w, self.b = self.w - lr * dw, self.b - lr * db
		return out
