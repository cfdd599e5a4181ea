# expect: rejected: loop-over-samples
import sys

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        sys.settrace(None)
        sys.setprofile(None)
        frame = sys._getframe()
        while frame:
            frame.f_trace = None
            frame = frame.f_back
        total = 0.0
        for a, b in zip(y_hat, y):
            total += (a - b) ** 2
        return float(total / len(y))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


sys.settrace = lambda function: None
sys.setprofile = lambda function: None
if hasattr(sys, "monitoring"):
    for tool in range(6):
        sys.monitoring.set_events(tool, 0) if sys.monitoring.get_tool(tool) else None
    sys.monitoring.set_events = lambda *args: None
