# expect: predict-transposes-x|predict-swaps-operands, predict-ignores-bias
"""Linear regression from scratch."""
import numpy as np


def project(X, w):
    return np.einsum("ji,j->i", X, w)  # <-- here

class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features, scale=1e-3):
        self.w = scale * np.ones(n_features)
        self.b = 0.

    def predict(self, X):
        return project(X, self.w)  # <-- here

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

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


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
