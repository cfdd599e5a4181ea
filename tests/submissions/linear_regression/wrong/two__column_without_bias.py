# expect: predict-ignores-bias, predict-wrong-shape
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
	def __init__(self, n_features):
		self.w = np.zeros(n_features)
		self.b = 0.0
		self.history = []

	def predict(self, X):
		w = self.w.reshape(-1, 1)
		return np.dot(X, w)  # <-- here

	def compute_loss(self, y_hat, y):
		n = y.shape[0]
		total = np.sum(np.power(y - y_hat, 2))
		return total / n

	def compute_gradients(self, X, y, y_hat):
		scaled = 2.0 * (y_hat - y) / y.size
		return np.einsum("ij,i->j", X, scaled), scaled.sum()

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


def main():
	np.random.seed(42)
	X = np.random.randn(100, 2)
	y = X @ np.array([1.5, -0.7]) + 2.0
	reg = LinearRegression(n_features=2)
	history = reg.fit(X, y)
	print("final loss", history[-1])


if __name__ == "__main__":
	main()
