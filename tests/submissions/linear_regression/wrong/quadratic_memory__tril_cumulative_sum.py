# expect: quadratic-memory
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        z = np.dot(X, self.w)
        running = np.tril(np.ones((z.size, z.size))) @ z  # <-- here
        return np.diff(running, prepend=0.0) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradient of the MSE with respect to w and to b."""
        m = X.shape[0]
        residual = y_hat - y
        grad_w = residual @ X
        grad_b = residual.sum()
        return 2 * grad_w / m, 2 * grad_b / m

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
