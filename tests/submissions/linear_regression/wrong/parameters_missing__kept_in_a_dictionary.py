# expect: parameters-missing
import numpy as np


class LinearRegression:
    """Keeps its parameters together, and its settings apart."""

    def __init__(self, n_features, with_bias=True):
        self.with_bias = with_bias
        self.verbose = False
        self.seen = {}
        self.state = {"slope": np.zeros(n_features), "shift": 0.0}  # <-- here

    def predict(self, X):
        if self.verbose:
            print(X.shape)
        y_hat = X @ self.state["slope"]
        return y_hat + self.state["shift"] if self.with_bias else y_hat

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * (error @ X), 2 * float(np.mean(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.state["slope"] = self.state["slope"] - lr * dw
            self.state["shift"] -= lr * db
        return losses
