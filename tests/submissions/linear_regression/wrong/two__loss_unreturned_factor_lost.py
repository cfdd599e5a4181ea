# expect: returns-none, gradient-missing-factor-two
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):  # <-- here
        self.last_loss = float(np.mean((y_hat - y) ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        error = y_hat - y
        dw = X.T @ error / n  # <-- here
        db = np.sum(error) / n  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m = X.shape[0]
        w, b = self.w, self.b
        for _ in range(epochs):
            residual = np.dot(X, w) + b - y
            losses.append(np.mean(residual ** 2))
            w = w - lr * (2 / m) * np.dot(X.T, residual)
            b = b - lr * (2 / m) * np.sum(residual)
        self.w, self.b = w, b
        return losses
