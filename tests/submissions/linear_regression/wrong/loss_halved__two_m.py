# expect: loss-halved
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        return np.add(np.inner(X, self.w), self.b)

    def compute_loss(self, y_hat, y):
        m = y.shape[0]
        cost = np.sum(np.square(y_hat - y)) / (2 * m)  # <-- here
        return float(cost)

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

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
