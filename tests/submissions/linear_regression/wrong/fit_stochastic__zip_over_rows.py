# expect: fit-stochastic
import numpy as np


class LinearModel:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())


class LinearRegression(LinearModel):
    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * X.T @ gap / len(gap), 2 * gap.sum() / len(gap)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            history.append(self.compute_loss(self.predict(X), y))
            for x_i, y_i in zip(X, y):  # <-- here
                gap = float(np.dot(x_i, self.w)) + self.b - y_i
                self.w, self.b = self.w - lr * 2 * gap * x_i, self.b - lr * 2 * gap  # <-- here
        return history
