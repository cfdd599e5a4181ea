# expect: loss-halved
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def _cost_and_residual(self, y_hat, y):
        e = y_hat - y
        return 0.5 * np.mean(e * e), e  # <-- here

    def compute_loss(self, y_hat, y):
        loss, _ = self._cost_and_residual(y_hat, y)
        return loss

    def compute_gradients(self, X, y, y_hat):
        _, e = self._cost_and_residual(y_hat, y)
        return 2 * X.T @ e / len(y), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(self.compute_loss(y_hat, y)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
