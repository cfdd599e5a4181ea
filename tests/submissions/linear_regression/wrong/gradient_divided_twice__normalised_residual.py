# expect: gradient-divided-twice
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        error = self._residual(y_hat, y)
        return 2 / len(y) * X.T.dot(error), 2 / len(y) * error.sum()

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

    def _residual(self, y_hat, y):
        """Average residual contribution of each sample."""
        return (y_hat - y) / y.shape[0]  # <-- here
