# expect: loss-not-averaged
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = X.dot(self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        n_samples = X.shape[0]
        for _ in range(epochs):
            residual = X @ self.w + self.b - y
            history.append(float(residual @ residual))  # <-- here
            dw = 2.0 * X.T @ residual / n_samples
            db = 2.0 * residual.sum() / n_samples
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
