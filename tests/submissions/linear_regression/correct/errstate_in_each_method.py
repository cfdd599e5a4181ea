# expect: pass
import numpy as np
from numpy import errstate


class LinearRegression:
    def __init__(self, n_features):
        with errstate(all="raise"):
            self.w = np.zeros(n_features)
            self.b = 0.0

    @errstate(all="raise")
    def predict(self, X):
        return X @ self.w + self.b

    @errstate(over="raise", invalid="raise")
    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        with errstate(divide="raise", over="raise"):
            error = np.true_divide(y_hat - y, len(y))
            return np.multiply(2, X.T @ error), np.multiply(2, error.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        with np.errstate(all="call", call=lambda kind, flag: print("floating point:", kind, flag)):
            for _ in range(epochs):
                y_hat = self.predict(X)
                losses.append(self.compute_loss(y_hat, y))
                dw, db = self.compute_gradients(X, y, y_hat)
                self.w -= lr * dw
                self.b -= lr * db
        return losses
