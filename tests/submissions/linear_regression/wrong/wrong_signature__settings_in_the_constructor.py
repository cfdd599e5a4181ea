# expect: wrong-signature
import numpy as np


class LinearRegression:
    def __init__(self, learning_rate=0.01, n_iterations=1000):  # <-- here
        self.learning_rate = learning_rate
        self.n_iterations = n_iterations
        self.weights = None
        self.bias = None

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        dw = (2 / n) * np.dot(X.T, (y_hat - y))
        db = (2 / n) * np.sum(y_hat - y)
        return dw, db

    def fit(self, X, y):
        n_samples, n_features = X.shape
        self.weights = np.zeros(n_features)
        self.bias = 0
        losses = []
        for _ in range(self.n_iterations):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.weights -= self.learning_rate * dw
            self.bias -= self.learning_rate * db
        return losses
