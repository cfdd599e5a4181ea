# expect: gradient-weights-collapsed
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * np.sum(X.T @ error)  # <-- here
        db = (2 / n) * np.sum(error)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        record = losses.append
        for _ in range(epochs):
            prediction = self.predict(X)
            record(self.compute_loss(prediction, y))
            grads = dict(zip(("w", "b"), self.compute_gradients(X, y, prediction)))
            for name, grad in grads.items():
                setattr(self, name, getattr(self, name) - lr * grad)
        return losses
