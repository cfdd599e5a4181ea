# expect: returns-none, gradient-bias-not-divided-by-n
import numpy as np


class LinearRegression:
    loss = None

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        rest = y_hat - y
        self.loss = float(rest @ rest) / len(y)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        rest = y_hat - y
        return 2 * rest @ X / len(y), 2 * float(rest.sum())  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            self.compute_loss(y_hat, y)
            history.append(self.loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
