# expect: loss-penalty-absolute, gradient-penalty-absolute
import numpy as np

POWER = 1  # <-- here
SIZES = {1: lambda w: np.sum(np.abs(w)), 2: lambda w: np.sum(w * w)}
SLOPES = {1: np.sign, 2: lambda w: 2.0 * w}


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * SIZES[POWER](self.w))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        dw = 2 * X.T @ error / len(y) + self.alpha * SLOPES[POWER](self.w)
        return dw, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
