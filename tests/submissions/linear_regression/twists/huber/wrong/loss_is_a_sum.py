# expect: loss-not-averaged
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        a = np.abs(y_hat - y)
        return float(np.where(a <= 1, a * a / 2, a - 0.5).sum())  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        cut = (y_hat - y).clip(-1.0, 1.0)
        dw = cut @ X / n
        db = cut.sum() / n
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            guess = self.predict(X)
            history += [self.compute_loss(guess, y)]
            dw, db = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
