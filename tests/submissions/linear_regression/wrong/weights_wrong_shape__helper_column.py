# expect: weights-wrong-shape
import numpy as np


def init_parameters(rows, cols=1, scale=0.01, seed=0):
    rng = np.random.default_rng(seed)
    return scale * rng.standard_normal((rows, cols)), 0.0  # <-- here


class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        self.w, self.b = init_parameters(n_features)  # <-- here

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

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
