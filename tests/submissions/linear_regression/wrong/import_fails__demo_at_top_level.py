# expect: import-fails
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.reset()

    def reset(self):
        """Back to the starting point."""
        self.w = np.zeros(self.n_features)
        self.b = 0.0

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

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


# quick check
X = np.random.default_rng(1).normal(size=(50, 3))
y = X @ np.array([[1.0], [2.0], [3.0]])
model = LinearRegression(3)
model.fit(X, y.ravel(), lr=0.1, epochs=10)
print("weights:", model.coef_, "bias:", model.b)  # <-- here
