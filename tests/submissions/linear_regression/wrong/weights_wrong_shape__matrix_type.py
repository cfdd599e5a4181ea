# expect: weights-wrong-shape
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w = np.asmatrix(np.zeros(n_features))  # <-- here
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def predict(self, X):
        return self.w @ X.T + self.b

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

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]
