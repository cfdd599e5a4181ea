# expect: pass, advice: history-not-plain-floats, history-after-update
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
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = X.shape[0]
        losses = []
        for _ in range(epochs):
            e = self.predict(X) - y
            self.w = self.w - lr * (2 / n) * np.dot(X.T, e)
            self.b = self.b - lr * (2 / n) * np.sum(e)
            losses.append(np.sum(np.square(self.predict(X) - y)) / n)
        return losses
