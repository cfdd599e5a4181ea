# expect: fit-ignores-learning-rate
import numpy as np


class LinearRegression:
    def __init__(self, n_features, learning_rate=0.05):
        self.learning_rate = learning_rate
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.power(y_hat - y, 2)))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        dw = np.zeros(X.shape[1])
        dw += 2 / n * X.T @ (y_hat - y)
        db = 2 / n * np.sum(y_hat - y)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= self.learning_rate * dw  # <-- here
            self.b -= self.learning_rate * db  # <-- here
        return losses
