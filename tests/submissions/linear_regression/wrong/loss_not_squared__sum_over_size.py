# expect: loss-not-squared
import numpy as np


class LinearRegression:
    def __init__(self, n_features, scale=1e-3):
        self.w = scale * np.ones(n_features)
        self.b = 0.

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.add.reduce(diff) / diff.size  # <-- here

    def compute_gradients(self, X, y, y_hat):
        scaled = 2.0 * (y_hat - y) / y.size
        return np.einsum("ij,i->j", X, scaled), scaled.sum()

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
