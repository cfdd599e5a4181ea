# expect: gradient-ignores-features
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        db = 2 * np.mean(y_hat - y)
        dw = np.full(X.shape[1], db)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
