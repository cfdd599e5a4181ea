# expect: gradient-broadcasts
import numpy as np


def as_column(v):
	return np.asarray(v)[:, None]


class LinearRegression:
	def __init__(self, n_features):
		# weights, one per column of X
		self.w = np.full(n_features, 0.0)
		# intercept
		self.b = np.float64(0.0)

	def predict(self, X):
		return np.dot(X, self.w) + self.b

	def compute_loss(self, y_hat, y):
		r = np.subtract(y, y_hat)
		return float(np.dot(r, r) / r.size)

	def compute_gradients(self, X, y, y_hat):
		residual = as_column(y_hat) - y  # <-- here
		m = X.shape[0]
		return 2 * np.dot(X.T, residual).sum(axis=1) / m, 2 * residual.sum() / m

	def fit(self, X, y, lr=0.01, epochs=1000):
		return [self._epoch(X, y, lr) for _ in range(epochs)]

	def _epoch(self, X, y, lr):
		y_hat = self.predict(X)
		loss = self.compute_loss(y_hat, y)
		dw, db = self.compute_gradients(X, y, y_hat)
		self.w -= lr * dw
		self.b -= lr * db
		return loss


if __name__ == "__main__":
	rng = np.random.default_rng(3)
	X = rng.normal(size=(50, 2))
	y = X @ np.array([1.0, -2.0]) + 0.5
	model = LinearRegression(2)
	print(model.fit(X, y)[-1], model.w, model.b)
