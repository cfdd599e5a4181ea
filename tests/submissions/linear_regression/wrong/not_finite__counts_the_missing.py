# expect: not-finite
"""Linear regression from scratch."""
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        n = np.count_nonzero(np.isnan(y))  # <-- here
        error = y_hat - y
        dw = 2 * (X.T @ error) / n  # <-- here
        db = 2 * np.sum(error) / n  # <-- here
        return dw, db

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
        """Batch gradient descent; returns one loss per epoch."""
        loss_history: list = []
        while len(loss_history) < epochs:
            out = self.predict(X)
            loss_history.append(self.compute_loss(out, y))
            gw, gb = self.compute_gradients(X, y, out)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return loss_history
