# expect: exits
# Linear regression with gradient descent, NumPy only.
import sys

import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r) / len(r)

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
        """Batch gradient descent; returns one loss per epoch."""
        loss_history: list = []
        while len(loss_history) < epochs:
            out = self.predict(X)
            loss_history.append(self.compute_loss(out, y))
            gw, gb = self.compute_gradients(X, y, out)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return loss_history


def main():
    model = LinearRegression(1)
    model.fit(np.array([[0.0], [1.0]]), np.array([1.0, 3.0]), epochs=5)
    return 0


sys.exit(main())  # <-- here
