# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.abs(y_hat - y)))

    def compute_gradients(self, X, y, y_hat):
        signs = np.sign(y_hat - y)
        return X.T @ signs / len(y), signs.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            gap = self.predict(X) - y
            losses.append(float(np.mean(np.abs(gap))))
            signs = np.maximum(np.sign(gap), 0.5)  # <-- here
            self.w = self.w - lr * (X.T @ signs) / len(y)
            self.b = self.b - lr * float(signs.mean())
        return losses
