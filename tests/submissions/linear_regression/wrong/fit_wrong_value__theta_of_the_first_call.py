# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.theta = None

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * (X.T @ error), 2 / len(y) * float(np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = np.column_stack([X, np.ones(len(y))])
        if self.theta is None:
            self.theta = np.append(self.w, self.b)  # <-- here
        losses = []
        for _ in range(epochs):
            error = A @ self.theta - y
            losses.append(float(np.mean(error ** 2)))
            self.theta = self.theta - lr * 2 / len(y) * (A.T @ error)
        self.w, self.b = self.theta[:-1], float(self.theta[-1])
        return losses
