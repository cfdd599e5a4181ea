# expect: fit-ascends
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.square(y - y_hat).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * float(error.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        v_w, v_b = np.zeros(X.shape[1]), 0.0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            v_w = 0.9 * v_w + dw
            v_b = 0.9 * v_b + db
            self.w = self.w + lr * v_w  # <-- here
            self.b = self.b + lr * v_b  # <-- here
        return losses
