# expect: fit-ignores-learning-rate
import numpy as np

PACE = 0.02


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        r = y_hat - y
        return 2 / n * X.T @ r, 2 / n * r.sum()

    def _descend(self, slope, shift):
        self.w = self.w - PACE * slope  # <-- here
        self.b = self.b - PACE * shift

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            guess = self.predict(X)
            history.append(self.compute_loss(guess, y))
            self._descend(*self.compute_gradients(X, y, guess))
        return history
