# expect: syntax-error
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        squares = np.square(y_hat - y  # <-- here
        total = squares.sum()
        mean = total / len(y))
        return float(mean)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * X.T @ error, 2 * float(np.mean(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
