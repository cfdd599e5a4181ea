# expect: pass, advice: history-after-update, history-not-plain-floats
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean(np.square(y_hat - y))

    def compute_gradients(self, X, y, y_hat):
        A = np.c_[X, np.ones(len(X))]
        g = np.mean(A * (y_hat - y)[:, None], axis=0) * 2
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        A = np.block([[X, np.ones((len(X), 1))]])
        theta = np.concatenate([self.w, [self.b]])
        losses = []
        for _ in range(epochs):
            theta = theta - lr * 2 / len(y) * A.T @ (A @ theta - y)
            losses.append(np.mean((A @ theta - y) ** 2))
        self.w, self.b = theta[:-1], theta[-1]
        return losses
