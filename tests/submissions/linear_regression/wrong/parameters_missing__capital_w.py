# expect: parameters-missing
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.W = np.zeros(n_features)  # <-- here
        self.b = 0.0

    def predict(self, X):
        return X @ self.W + self.b

    def compute_loss(self, y_hat, y):
        n = y.shape[0]
        total = np.sum(np.power(y - y_hat, 2))
        return total / n

    def compute_gradients(self, X, y, y_hat):
        design = np.column_stack((X, np.ones(X.shape[0])))
        full = 2 * design.T @ (y_hat - y) / X.shape[0]
        return full[:-1], full[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dW, db = self.compute_gradients(X, y, y_hat)
            self.W -= lr * dW
            self.b -= lr * db
        return losses
