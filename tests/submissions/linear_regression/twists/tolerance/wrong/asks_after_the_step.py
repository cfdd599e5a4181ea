# expect: fit-wrong-value
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
        error = (y_hat - y) / len(y)
        return 2 * X.T @ error, 2 * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        before = np.inf
        for _ in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw  # <-- here
            self.b = self.b - lr * db  # <-- here
            if before - loss < 1e-4:  # <-- here
                break  # <-- here
            before = loss
        return losses
