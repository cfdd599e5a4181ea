# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        err = y_hat - y
        dw = 2 / n * X.T @ err
        db = 2 / n * np.sum(err)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        if not hasattr(self, "gram"):
            self.gram = X.T @ X / n  # <-- here
            self.xty = X.T @ y / n  # <-- here
            self.xm, self.ym = X.mean(axis=0), y.mean()
        history = []
        for _ in range(epochs):
            history.append(self.compute_loss(self.predict(X), y))
            dw = 2 * (self.gram @ self.w + self.b * self.xm - self.xty)
            db = 2 * (self.xm @ self.w + self.b - self.ym)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
