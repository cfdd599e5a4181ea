# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        score = X @ self.w + self.b
        out = score
        return out

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        loss = float(np.mean(np.abs(r)))
        return loss

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        s = np.sign(error)
        dw, db = 1 / n * (X.T @ s), 1 / n * float(np.sum(s))
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            dw = np.clip(dw, -1e3, 1e3)  # <-- here
            self.w = self.w - lr * dw  # <-- here
            self.b = self.b - lr * db
        return losses
