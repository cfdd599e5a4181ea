# expect: gradient-weights-collapsed, gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        back = (y - y_hat).reshape(n, 1)  # <-- here
        dw = 2 * (X * back).sum() / n  # <-- here
        db = 2 * back.sum() / n  # <-- here
        return dw, db

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
