# expect: mutates-input
import numpy as np

class LinearRegression:
	"""y = Xw + b, fitted by gradient descent on the MSE."""

	def __init__(self, n_features):
		generator = np.random.RandomState(42)
		self.w = generator.randn(n_features) * 0.01
		self.b = generator.uniform(-0.01, 0.01)

	def predict(self, X):
		return np.add(np.inner(X, self.w), self.b)

	def compute_loss(self, y_hat, y):
		y_hat -= y  # <-- here
		return float(np.mean(y_hat ** 2))

	def compute_gradients(self, X, y, y_hat):
		n = len(y)
		error = y_hat - y
		dw = (2 / n) * (X.T @ error)
		db = (2 / n) * np.sum(error)
		return dw, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []
		for _ in range(epochs):
			y_hat = self.predict(X)
			losses.append(self.compute_loss(y_hat, y))
			dw, db = self.compute_gradients(X, y, y_hat)
			self.w -= lr * dw
			self.b -= lr * db
		return losses
