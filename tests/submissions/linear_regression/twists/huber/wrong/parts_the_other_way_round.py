# expect: loss-wrong-value
import numpy as np

LIMIT = 1.0


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        near = np.abs(e) <= LIMIT
        far_loss = np.abs(e) - 0.5
        return float(np.where(near, far_loss, e ** 2 / 2).mean())  # <-- here

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        near = np.abs(e) <= LIMIT
        slope = np.where(near, e, np.sign(e))
        return X.T @ slope / len(e), slope.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
