# expect: gradient-bias-sign-flipped
import numpy as np


class LinearRegression:
	"""y_hat = X @ w + b"""

	def __init__(self, n_features):
		super().__init__()
		self.w = np.array([0.0] * n_features)
		self.b = 0.0
		self.history = []

	def predict(self, X):
		out = np.matmul(X, self.w)
		out = out + self.b
		return out

	def compute_loss(self, y_hat, y):
		return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

	def compute_gradients(self, X, y, y_hat):
		n = len(y)
		error = y_hat - y
		dw = (2 / n) * np.matmul(X.T, error)
		db = -(2 / n) * np.sum(error)  # <-- here
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
