# expect: returns-none
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.slope_w = np.zeros(n_features)
        self.slope_b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.square(y_hat - y).mean()

    def compute_gradients(self, X, y, y_hat):
        doubled = 2 * (y_hat - y) / y.size
        self.slope_w = X.T @ doubled
        self.slope_b = doubled.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * self.slope_w
            self.b = self.b - lr * self.slope_b
        return history
