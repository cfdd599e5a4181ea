# expect: loss-not-penalised
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * self.w @ self.w)

    def compute_gradients(self, X, y, y_hat):
        n, error = len(y), y_hat - y
        return 2 / n * X.T @ error + 2 * self.alpha * self.w, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        kept = {"squares": [], "objective": []}
        for _ in range(epochs):
            y_hat = self.predict(X)
            kept["squares"].append(float(np.mean((y_hat - y) ** 2)))
            kept["objective"].append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return kept["squares"]  # <-- here
