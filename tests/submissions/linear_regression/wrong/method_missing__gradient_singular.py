# expect: method-missing
import numpy as np

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features):
        self.n_features = n_features
        self.reset()

    def reset(self):
        """Back to the starting point."""
        self.w = np.zeros(self.n_features)
        self.b = 0.0

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradient(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_gradient(self, X, y, y_hat):  # <-- here
        """dL/dw and dL/db"""
        residual = y_hat - y
        return 2 * X.T @ residual / len(y), 2 * residual.mean()
