# expect: wrong-signature
import numpy as np

class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def fit(self, X, y, learning_rate=0.01, n_iters=1000):  # <-- here
        losses = []
        for _ in range(n_iters):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= learning_rate * dw
            self.b -= learning_rate * db
        return losses
