# expect: fit-passes-wrong-arguments, loss-root
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.sqrt(np.mean((y_hat - y) ** 2)))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        r = y_hat - y
        return 2 / n * X.T @ r, 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            guess = self.predict(X.T)  # <-- here
            history.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return history
