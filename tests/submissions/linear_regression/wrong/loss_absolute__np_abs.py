# expect: loss-absolute
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def compute_loss(self, y_hat, y):
        return np.abs(y - y_hat).mean()  # <-- here

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
