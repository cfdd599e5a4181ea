# expect: fit-history-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean(np.square(y - y_hat)))

    @staticmethod
    def compute_gradients(X, y, y_hat):
        error = y_hat - y
        n, _ = X.shape
        return X.T @ error * (2 / n), error.sum() * (2 / n)

    def fit(self, X, y, lr=0.01, epochs=1000):
        loss = self.compute_loss(self.predict(X), y)  # <-- here
        losses = []
        for _ in range(epochs):
            dw, db = self.compute_gradients(X, y, self.predict(X))
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            losses.append(loss)  # <-- here
        return losses
