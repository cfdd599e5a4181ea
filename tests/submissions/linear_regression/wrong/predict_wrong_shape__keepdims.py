# expect: predict-wrong-shape
"""Linear regression from scratch."""
import numpy as np

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

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

    def compute_loss(self, y_hat, y):
        n = y.shape[0]
        total = np.sum(np.power(y - y_hat, 2))
        return total / n

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def predict(self, X):
        return np.sum(X * self.w, axis=1, keepdims=True) + self.b  # <-- here
