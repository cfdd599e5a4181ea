# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        return float(e.var() + e.mean() ** 2)

    def compute_gradients(self, X, y, y_hat):
        """Covariance with the residual, plus the product of the means."""
        e = y_hat - y
        centred = X - X.mean(axis=0)
        covariance = centred.T @ (e - e.mean()) / len(e)
        return 2 * (covariance + X.mean(axis=0) * e.mean()), 2 * e.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
