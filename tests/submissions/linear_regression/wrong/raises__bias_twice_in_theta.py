# expect: raises
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
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = np.hstack([X, np.ones((len(X), 1))])
        theta = np.hstack([self.b, self.b])  # <-- here
        losses = []
        for _ in range(epochs):
            error = A @ theta - y
            losses.append(float(np.mean(error**2)))
            theta = theta - lr * 2 * A.T @ error / len(y)
        self.w, self.b = theta[:-1], float(theta[-1])
        return losses
