# expect: loop-over-samples
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def compute_gradients(self, X, y, y_hat):
        m = X.shape[0]
        residual = (y_hat - y).tolist()  # <-- here
        return 2 * np.dot(X.T, residual) / m, 2 * np.sum(residual) / m

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []

        def step():
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            return self.compute_loss(y_hat, y)

        while len(losses) < epochs:
            losses.append(step())
        return losses
