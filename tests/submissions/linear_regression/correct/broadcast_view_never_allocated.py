# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        bias = np.broadcast_to(self.b, (X.shape[0],))
        return X @ self.w + bias

    def compute_loss(self, y_hat, y):
        n = len(y)
        tall = np.broadcast_to(y, (n, n))
        return float(np.mean((y_hat - tall[-1]) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = np.broadcast_to((y_hat - y)[:, None], (n, n))[:, 0]
        return 2 * X.T @ error / n, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
