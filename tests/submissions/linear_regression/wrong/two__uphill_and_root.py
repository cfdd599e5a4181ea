# expect: fit-ascends, loss-root
# practice: linear regression
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.add(np.inner(X, self.w), self.b)

    def compute_loss(self, y_hat, y):
        return np.sqrt(((y_hat - y) ** 2).mean())  # <-- here

    def compute_gradients(self, X, y, y_hat):
        scaled = 2.0 * (y_hat - y) / y.size
        return np.einsum("ij,i->j", X, scaled), scaled.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w += lr * dw  # <-- here
            self.b += lr * db  # <-- here
        return losses
