# expect: wrong-signature, fit-passes-wrong-arguments
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, guess, target):  # <-- here
        gap = guess - target
        return 2 / len(gap) * X.T @ gap, 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            guess = self.predict(X)
            history.append(self.compute_loss(guess, y))
            slope, shift = self.compute_gradients(X, guess, y)  # <-- here
            self.w = self.w - lr * slope
            self.b = self.b - lr * shift
        return history
