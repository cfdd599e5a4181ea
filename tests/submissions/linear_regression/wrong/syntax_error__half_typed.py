# expect: syntax-error
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db =  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._step(X, y, lr) for _ in range(epochs)]

    def _step(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return loss
