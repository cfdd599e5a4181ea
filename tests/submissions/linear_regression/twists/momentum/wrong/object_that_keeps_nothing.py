# expect: twist-ignored
import numpy as np


class Momentum:
    def __init__(self):
        self.v = 0.0

    def update(self, gradient):
        v = 0.9 * self.v + gradient  # <-- here
        return v


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        of_w, of_b = Momentum(), Momentum()
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * of_w.update(dw)
            self.b -= lr * of_b.update(db)
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))
