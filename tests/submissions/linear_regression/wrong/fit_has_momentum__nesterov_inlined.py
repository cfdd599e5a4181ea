# expect: fit-has-momentum
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        n = y.shape[0]
        return float(np.sum((y_hat - y) ** 2) / n)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        dw = (2 / n) * np.einsum("ij,i->j", X, y_hat - y)
        db = (2 / n) * np.sum(y_hat - y)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        n, d = X.shape
        cost_history = []
        vW, vB, mu = np.zeros(d), 0.0, 0.9
        for i in range(epochs):
            # forward pass
            y_pred = np.einsum("ij,j->i", X, self.w) + self.b
            cost = np.sum((y_pred - y) ** 2) / n
            cost_history.append(float(cost))
            # backward pass
            dW = np.einsum("ij,i->j", X, y_pred - y) * (2 / n)
            dB = (2 / n) * np.sum(y_pred - y)
            vW = mu * vW - lr * dW  # <-- here
            vB = mu * vB - lr * dB  # <-- here
            self.w += mu * vW - lr * dW  # <-- here
            self.b += mu * vB - lr * dB  # <-- here
        return cost_history
