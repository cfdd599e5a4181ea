# expect: fit-history-missing
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
        def forward():
            y_hat = self.predict(X)
            return y_hat, self.compute_loss(y_hat, y)

        def backward(y_hat):
            dw, db = self.compute_gradients(X, y, y_hat)
            np.subtract(self.w, lr * dw, out=self.w)
            self.b -= lr * db

        def train():
            for _ in range(epochs):
                y_hat, loss = forward()
                yield loss
                backward(y_hat)

        return (loss for loss in list(train()))  # <-- here
