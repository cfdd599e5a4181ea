# expect: loop-over-samples
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        self.n_features = n_features
        self.w: np.ndarray = np.zeros((n_features,), dtype=float)
        self.b: float = 0.0

    def _predict_one(self, x):
        return np.dot(self.w, x) + self.b

    def predict(self, X):
        return np.array([self._predict_one(x) for x in X])  # <-- here

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        diff = y_hat - y
        return float(diff @ diff) / diff.size

    def compute_gradients(self, X, y, y_hat):
        m, _ = X.shape
        residuals = y - y_hat
        grad_w = -2 * np.dot(X.T, residuals) / m
        grad_b = -2 * residuals.sum() / m
        return grad_w, grad_b

    def fit(self, X, y, lr: float = 0.01, epochs: int = 1000) -> list:
        history = []
        epoch = 0
        while epoch < epochs:
            predictions = self.predict(X)
            loss = self.compute_loss(predictions, y)
            history.append(loss)
            grad_w, grad_b = self.compute_gradients(X, y, predictions)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            epoch += 1
        return history
