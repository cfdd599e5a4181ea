# expect: alpha-ignored
import numpy as np


class SquaredNorm:
    def __init__(self, weight=1.0):
        self.weight = weight

    def of(self, w):
        return self.weight * float(w @ w)

    def slope(self, w):
        return 2 * self.weight * w


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0, regulariser=SquaredNorm):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha
        self.regulariser = regulariser()  # <-- here

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2)) + self.regulariser.of(self.w)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y) + self.regulariser.slope(self.w), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
