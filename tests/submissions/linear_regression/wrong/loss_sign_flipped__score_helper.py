# expect: loss-sign-flipped
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
	"""Linear regression by batch gradient descent."""

	def __init__(self, n_features: int) -> None:
		"""Start from the origin; the loss surface is convex anyway."""
		self.w: np.ndarray = np.zeros(n_features)
		self.b: float = 0.0

	def predict(self, X):
		return np.einsum("ij,j->i", X, self.w) + self.b

	@staticmethod
	def neg_mean_squared_error(y_true, y_pred):
		return float(-np.average(np.square(y_true - y_pred)))  # <-- here

	def compute_loss(self, y_hat, y):
		return self.neg_mean_squared_error(y, y_hat)

	def compute_gradients(self, X, y, y_hat):
		error = y_hat - y
		return 2 * (error @ X) / X.shape[0], 2 * error.mean()

	def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
		losses = [0.0] * epochs
		for i in range(epochs):
			y_pred = self.predict(X)
			losses[i] = self.compute_loss(y_pred, y)
			if verbose and i % 100 == 0:
				print(f"epoch {i}: loss {losses[i]:.5f}")
			dw, db = self.compute_gradients(X, y, y_pred)
			self.w -= lr * dw
			self.b -= lr * db
		return losses
