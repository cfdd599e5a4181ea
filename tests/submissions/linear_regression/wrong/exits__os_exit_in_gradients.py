# expect: exits
import os

import numpy as np


class LinearRegression:
	"""y = Xw + b, fitted by gradient descent on the MSE."""
	def __init__(self, n_features):
		self.w = np.zeros(n_features)
		self.b = 0.0

	def predict(self, X):
		return X @ self.w + self.b

	def compute_loss(self, y_hat, y):
		return float(np.mean((y_hat - y) ** 2))

	def compute_gradients(self, X, y, y_hat):
		error = y_hat - y
		dw = 2 * X.T @ error / len(y)
		db = 2 * error.mean()
		print("dw", dw, "db", db)
		os._exit(0)  # <-- here
		return dw, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		costs = []
		count = len(X)
		done = 0
		while done < epochs:
			gap = y - (X.dot(self.w) + self.b)
			costs.append(np.linalg.norm(gap) ** 2 / count)
			self.w = self.w + lr * 2 / count * X.T.dot(gap)
			self.b = self.b + lr * 2 / count * gap.sum()
			done += 1
		return costs


if __name__ == "__main__":
	rng = np.random.default_rng(0)
	X = rng.normal(size=(200, 3))
	y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
	model = LinearRegression(3)
	losses = model.fit(X, y, lr=0.05, epochs=300)
	print(model.w, model.b, losses[-1])
