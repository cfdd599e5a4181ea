# expect: twist-ignored
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r / len(r))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        dw = (2 / n) * (r @ X)
        db = (2 / n) * r.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            guess = self.predict(X)
            history.append(self.compute_loss(guess, y))
            dw, db = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * dw  # <-- here
            self.b = self.b - lr * db  # <-- here
        return history
