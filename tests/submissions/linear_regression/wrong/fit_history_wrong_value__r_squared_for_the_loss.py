# expect: fit-history-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * X.T @ e / len(y), 2 * e.mean()

    def score(self, X, y):
        left = np.sum((y - self.predict(X)) ** 2)
        return float(1 - left / np.sum((y - y.mean()) ** 2))

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            guess = self.predict(X)
            loss = self.compute_loss(guess, y)
            assert loss >= 0
            history.append(self.score(X, y))  # <-- here
            dw, db = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
