# expect: pass, advice: weights-integer
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features):
        self.w = np.array([0] * n_features)
        self.b = 0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def compute_loss(self, y_hat, y):
        mse = ((y_hat - y) ** 2).mean()
        return mse.item()
