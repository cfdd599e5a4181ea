# expect: fit-learning-rate-changes
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
        A = np.concatenate([X, np.ones((X.shape[0], 1))], axis=1)
        theta = np.concatenate([self.w, [self.b]])
        history = []
        for k in range(epochs):
            r = A @ theta - y
            history.append(float(np.mean(r ** 2)))
            if k and k % 20 == 0:  # <-- here
                lr = lr / 2  # <-- here
            theta = theta - lr * 2 / len(y) * A.T @ r
        self.w, self.b = theta[:-1], float(theta[-1])
        return history
