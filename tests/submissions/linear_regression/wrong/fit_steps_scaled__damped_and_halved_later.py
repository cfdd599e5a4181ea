# expect: fit-steps-scaled, fit-steps-scaled|fit-learning-rate-changes
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = 2 / n * X.T @ error
        db = 2 / n * error.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        best = np.inf
        for i in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            if loss > best:
                lr *= 0.5
            best = min(best, loss)
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw * 0.9  # <-- here
            self.b -= lr * db * 0.9
        return losses
