# expect: loss-penalised
# practice: linear regression
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features):
        generator = np.random.RandomState(42)
        self.w = generator.randn(n_features) * 0.01
        self.b = generator.uniform(-0.01, 0.01)

    def predict(self, X):
        w, b = self.w, self.b
        return b + X @ w

    def compute_loss(self, y_hat, y):
        mse = np.mean((y_hat - y) ** 2)
        penalty = 0.1 * np.dot(self.w, self.w)  # <-- here
        return float(mse + penalty)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
