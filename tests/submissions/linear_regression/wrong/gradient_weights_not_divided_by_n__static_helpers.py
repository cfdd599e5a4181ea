# expect: gradient-weights-not-divided-by-n
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        residual = y_hat - y
        return self._grad_w(X, residual), self._grad_b(residual)

    def fit(self, X, y, lr=0.01, epochs=1000):
        loss_history = []
        for _ in range(epochs):
            # forward
            y_hat = self.predict(X)
            loss_history.append(float(self.compute_loss(y_hat, y)))
            # backward
            step_w, step_b = (lr * g for g in self.compute_gradients(X, y, y_hat))
            # update
            self.w = self.w - step_w
            self.b = self.b - step_b
        return loss_history

    @staticmethod
    def _grad_w(X, residual):
        return 2 * np.sum(X * residual.reshape(-1, 1), axis=0)  # <-- here

    @staticmethod
    def _grad_b(residual):
        return 2 * np.sum(residual) / residual.size
