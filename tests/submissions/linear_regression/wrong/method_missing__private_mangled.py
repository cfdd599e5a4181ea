# expect: method-missing
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		self.n_features = n_features
		self.reset()

	def reset(self):
		"""Back to the starting point."""
		self.w = np.zeros(self.n_features)
		self.b = 0.0

	def predict(self, X):
		y_hat = X.dot(self.w)
		y_hat = y_hat + self.b
		return y_hat

	def __compute_loss(self, y_hat, y):  # <-- here
		return float(np.mean((y_hat - y) ** 2))

	def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
		"""Gradients of the MSE w.r.t. w and b."""
		m = X.shape[0]
		diff = np.subtract(y_hat, y)
		dw = 2.0 / m * np.dot(X.T, diff)
		db = 2.0 / m * diff.sum()
		return dw, float(db)

	def fit(self, X, y, lr=0.01, epochs=1000):
		losses = []
		for _ in range(epochs):
			y_hat = self.predict(X)
			losses.append(self.__compute_loss(y_hat, y))
			dw, db = self.compute_gradients(X, y, y_hat)
			self.w -= lr * dw
			self.b -= lr * db
		return losses


def main():
	np.random.seed(42)
	X = np.random.randn(100, 2)
	y = X @ np.array([1.5, -0.7]) + 2.0
	reg = LinearRegression(n_features=2)
	history = reg.fit(X, y)
	print("final loss", history[-1])


if __name__ == "__main__":
	main()
