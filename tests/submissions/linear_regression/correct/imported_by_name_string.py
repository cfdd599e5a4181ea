# expect: pass
import importlib
import sys

np = importlib.import_module("numpy")
linalg = __import__("numpy.linalg", fromlist=["norm"])
assert sys.modules["numpy"] is np
has_torch = importlib.util.find_spec("torch") is not None if hasattr(importlib, "util") else False

if False:
    import pandas


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def to_frame(self):
        import pandas as pd
        return pd.Series(self.w)
