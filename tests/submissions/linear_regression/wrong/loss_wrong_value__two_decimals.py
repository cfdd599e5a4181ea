# expect: loss-wrong-value
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		generator = np.random.RandomState(42)
		self.w = generator.randn(n_features) * 0.01
		self.b = generator.uniform(-0.01, 0.01)

	def predict(self, X):
		"""Linear model."""
		return np.matmul(X, self.w) + self.b

	def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
		value = float(np.mean((y_hat - y) ** 2))
		return round(value, 2)  # <-- here

	def compute_gradients(self, X, y, y_hat):
		n_samples, _ = X.shape
		g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
		return X.T.dot(g), g.sum()

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
