# expect: alpha-ignored
import numpy as np


class SquaredNorm:
    def __init__(self, factor=1.0):
        self.factor = factor

    def value(self, w):
        return self.factor * np.dot(w, w)

    def slope(self, w):
        return 2 * self.factor * w


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w, self.b = np.zeros(n_features), 0.0
        self.alpha = alpha
        self.penalty = SquaredNorm()  # <-- here

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.penalty.value(self.w))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y) + self.penalty.slope(self.w), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
