# expect: predict-elementwise, predict-ignores-bias
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
	"""
	Linear model.

	w : (n_features,)
	b : scalar
	"""
	def __init__(self, n_features: int) -> None:
		"""Start from the origin; the loss surface is convex anyway."""
		self.w: np.ndarray = np.zeros(n_features)
		self.b: float = 0.0

	def predict(self, X):
		return np.multiply(X, self.w)  # <-- here

	@staticmethod
	def compute_loss(y_hat, y):
		return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

	def compute_gradients(self, X, y, y_hat):
		residual = (y_hat - y)[:, np.newaxis]
		dw = 2 * np.mean(residual * X, axis=0)
		db = 2 * np.mean(residual)
		return dw, db

	def fit(self, X, y, lr=0.01, epochs=1000):
		n = len(y)
		history = []
		for _ in range(epochs):
			error = X @ self.w + self.b - y
			history.append(float(error @ error) / n)
			self.w = self.w - lr * 2 * (error @ X) / n
			self.b = self.b - lr * 2 * error.mean()
		return history
