# expect: fit-scales-data, fit-ignores-epochs
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.params = {"w": np.zeros(n_features), "b": 0.0}

    @property
    def w(self):
        return self.params["w"]

    @w.setter
    def w(self, new):
        self.params["w"] = new

    @property
    def b(self):
        return self.params["b"]

    @b.setter
    def b(self, new):
        self.params["b"] = new

    def predict(self, X):
        return X @ self.params["w"] + self.params["b"]

    def compute_loss(self, y_hat, y):
        return float(np.average((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(X)
        error = np.subtract(y_hat, y)
        return np.dot(error, X) * (2 / n), np.sum(error) * (2 / n)

    def fit(self, X, y, lr=0.01, epochs=1000):
        X = (X - np.mean(X, axis=0)) / (np.std(X, axis=0) + 1e-9)  # <-- here
        history = []
        for _ in range(500):  # <-- here
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            grads = dict(zip(("w", "b"), self.compute_gradients(X, y, y_hat)))
            for name, grad in grads.items():
                self.params[name] = self.params[name] - lr * grad
        return history
