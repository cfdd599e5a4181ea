# expect: loss-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        a = np.abs(y_hat - y)
        each = np.where(a <= 1, 0.5 * a ** 2, a)  # <-- here
        return float(each.mean())  # <-- here

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
