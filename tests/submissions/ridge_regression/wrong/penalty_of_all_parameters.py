# expect: loss-penalises-bias
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    @property
    def everything(self):
        return np.append(self.w, self.b)

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        size = np.sum(self.everything ** 2)  # <-- here
        return float(np.mean((y_hat - y) ** 2) + self.alpha * size)

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * X.T @ gap / len(y) + 2 * self.alpha * self.w, 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
