# expect: fit-has-momentum
import numpy as np


def with_ones(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return with_ones(X) @ np.append(self.w, self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        g = 2 * with_ones(X).T @ (y_hat - y) / len(y)
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000, beta1=0.9, beta2=0.999, eps=1e-8):
        A = with_ones(X)
        theta = np.append(self.w, self.b)
        first, second = np.zeros_like(theta), np.zeros_like(theta)
        losses = []
        for t in range(1, epochs + 1):
            r = A @ theta - y
            losses.append(float(np.mean(r ** 2)))
            g = 2 / len(y) * A.T @ r
            first = beta1 * first + (1 - beta1) * g  # <-- here
            second = beta2 * second + (1 - beta2) * g ** 2
            m_hat, v_hat = first / (1 - beta1 ** t), second / (1 - beta2 ** t)
            theta = theta - lr * m_hat / (np.sqrt(v_hat) + eps)  # <-- here
        self.w, self.b = theta[:-1], theta[-1]
        return losses
