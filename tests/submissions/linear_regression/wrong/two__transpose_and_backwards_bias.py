# expect: gradient-missing-transpose, gradient-bias-sign-flipped
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        n = y.shape[0]
        e = y_hat - y
        db = (2 / n) * np.sum(y - y_hat)  # <-- here
        dw = (2 / n) * X.dot(e)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for epoch in range(1, epochs + 1):
            preds = self.predict(X)
            mse = self.compute_loss(preds, y)
            out.append(mse)
            if epoch % 500 == 0:
                print(f"epoch {epoch}: loss {mse:.4f}")
            dw, db = self.compute_gradients(X, y, preds)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return out
