# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        """The residual is linear in the parameters, so it can be carried along."""
        residual = self.predict(X) - y
        losses = []
        for _ in range(epochs):
            losses.append(float(residual @ residual) / len(residual))
            step_w = lr * 2 * (X.T @ residual) / len(residual)
            step_b = lr * 2 * residual.mean()
            residual = residual - (X @ step_w + step_b)
            self.w = self.w - step_w
            self.b = self.b - step_b
        return losses
