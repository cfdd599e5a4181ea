# expect: gradient-wrong-value|fit-wrong-value|gradient-not-divided-by-n
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.n_samples = None

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * np.sum(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        if self.n_samples is None:
            self.n_samples = X.shape[0]  # <-- here
        losses = []
        for _ in range(epochs):
            err = self.predict(X) - y
            losses.append(float(np.mean(err ** 2)))
            self.w -= lr * 2 / self.n_samples * (X.T @ err)
            self.b -= lr * 2 / self.n_samples * err.sum()
        return losses
