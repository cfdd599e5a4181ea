# expect: loss-square-of-mean
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		self.w = np.zeros(n_features)
		self.b = 0.0

	def compute_gradients(self, X, y, y_hat):
		n = len(y)
		error = y_hat - y
		dw = (2 / n) * (X.T @ error)
		db = (2 / n) * np.sum(error)
		return dw, db

	def predict(self, X):
		return np.add(np.inner(X, self.w), self.b)

	def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
		"""Batch gradient descent; returns one loss per epoch."""
		loss_history: list = []
		while len(loss_history) < epochs:
			out = self.predict(X)
			loss_history.append(self.compute_loss(out, y))
			gw, gb = self.compute_gradients(X, y, out)
			self.w, self.b = self.w - lr * gw, self.b - lr * gb
		return loss_history

	def compute_loss(self, y_hat, y):
		return (y_hat.mean() - y.mean()) ** 2  # <-- here


if __name__ == "__main__":
	rng = np.random.default_rng(0)
	X = rng.normal(size=(200, 3))
	y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
	model = LinearRegression(3)
	losses = model.fit(X, y, lr=0.05, epochs=300)
	print(model.w, model.b, losses[-1])
