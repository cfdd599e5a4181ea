# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.full(n_features, 0.0)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.average((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        resid = y_hat - y
        dw = 2 * (X * resid[:, None]).mean(axis=0)
        db = 2 * resid.mean()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = np.c_[X, np.ones(len(X))]
        H_inv = np.linalg.pinv(2 * A.T @ A / len(X))  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            move = H_inv @ np.append(dw, db)  # <-- here
            self.w = self.w - lr * move[:-1]  # <-- here
            self.b = self.b - lr * move[-1]  # <-- here
        return losses
