# expect: gradient-sign-flipped, fit-ascends
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features, dtype=float)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.average(np.square(y_hat - y)))

    def compute_gradients(self, X, y, y_hat):
        c = -2 / X.shape[0]  # <-- here
        err = y_hat - y
        return c * (X.T @ err), c * err.sum()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        step = 0
        while step < epochs:
            y_hat = self.predict(X)
            grad_w, grad_b = self.compute_gradients(X, y, y_hat)
            history.append(self.compute_loss(y_hat, y))
            self.w, self.b = self.w + lr * grad_w, self.b + lr * grad_b  # <-- here
            step += 1
        return history
