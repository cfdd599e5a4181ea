# expect: pass, advice: history-after-update
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.average((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        k = 2 / len(X)
        return k * (y_hat - y) @ X, k * np.sum(y_hat - y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        y_hat = self.predict(X)
        for _ in range(epochs):
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
        return history
