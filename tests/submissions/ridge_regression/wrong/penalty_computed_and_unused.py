# expect: gradient-not-penalised
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.alpha = alpha
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = np.matmul(X, self.w)
        return y_hat + self.b

    def compute_loss(self, y_hat, y):
        residual = y_hat - y
        data = residual.dot(residual) / residual.size
        l2 = np.sum(np.square(self.w))
        return float(data + self.alpha * l2)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        residual = y_hat - y
        data_w = 2 * X.T.dot(residual) / n
        reg_w = 2 * self.alpha * self.w
        db = 2 * residual.sum() / n
        return data_w, db  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            out.append(self.compute_loss(y_hat, y))
            g = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * g[0]
            self.b = self.b - lr * g[1]
        return out
