# expect: predict-ignores-bias
import numpy as np


class LinearRegression:
    def __init__(self, n_features, offset=True):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.offset = offset

    def predict(self, X):
        heights = X @ self.w  # <-- here
        if not self.offset:  # <-- here
            heights = heights + self.b
        return heights

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        d = y_hat - y
        return 2 * X.T @ d / len(d), 2 * d.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
