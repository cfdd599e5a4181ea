# expect: gradient-bias-sign-flipped
import numpy as np


def weight_gradient(X, y_hat, y):
    return 2 / len(y) * X.T.dot(y_hat - y)


def bias_gradient(y, y_hat):
    return 2 / len(y) * (y_hat - y).sum()


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        return weight_gradient(X, y_hat, y), bias_gradient(y_hat, y)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
