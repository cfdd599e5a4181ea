# expect: off-limits
import numpy as np


def record(value):
    with open("losses.txt", "a") as f:  # <-- here
        f.write(f"{value}\n")
    return value


class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def compute_loss(self, y_hat, y):
        return record(float(np.mean((y_hat - y) ** 2)))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        design = np.column_stack((X, np.ones(X.shape[0])))
        full = 2 * design.T @ (y_hat - y) / X.shape[0]
        return full[:-1], full[-1]

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

    def predict(self, X):
        """Linear model."""
        return np.matmul(X, self.w) + self.b
