# expect: times-out
# practice: linear regression
import numpy as np


class LinearRegression:
	"""y = Xw + b, fitted by gradient descent on the MSE."""
	def __init__(self, n_features: int) -> None:
		"""Start from the origin; the loss surface is convex anyway."""
		self.w: np.ndarray = np.zeros(n_features)
		self.b: float = 0.0

	def predict(self, X):
		return np.add(np.inner(X, self.w), self.b)

	def compute_loss(self, y_hat, y):
		return float(np.mean((y_hat - y) ** 2))

	def compute_gradients(self, X, y, y_hat):
		error = y_hat - y
		n = len(y)
		step = 1.0
		exact = 2 * error.mean()
		while True:  # <-- here
			up = np.mean((error + step) ** 2)  # <-- here
			down = np.mean((error - step) ** 2)  # <-- here
			db = (up - down) / (2 * step)  # <-- here
			if abs(db - exact) < 0:  # <-- here
				break
			step = max(step / 2, 1e-3)  # <-- here
		return 2 / n * X.T @ error, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		n = len(y)
		history = []
		for _ in range(epochs):
			error = X @ self.w + self.b - y
			history.append(float(error @ error) / n)
			self.w = self.w - lr * 2 * (error @ X) / n
			self.b = self.b - lr * 2 * error.mean()
		return history
