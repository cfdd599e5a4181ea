# expect: loop-over-samples
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


def tree_sum(values):
    """Pairwise summation, for accuracy."""
    if len(values) == 1:
        return values[0]
    half = len(values) // 2
    return tree_sum(values[:half]) + tree_sum(values[half:])  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(tree_sum((y_hat - y) ** 2) / len(y))

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([X, np.ones(len(X))])
        g = A.T @ (y_hat - y) * (2 / len(X))
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
