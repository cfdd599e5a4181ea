# expect: loss-broadcasts
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """

    def __init__(self, n_features):
        self.n_features = n_features
        self.reset()

    def reset(self):
        """Back to the starting point."""
        self.w = np.zeros(self.n_features)
        self.b = 0.0

    def predict(self, X):
        w, b = self.w, self.b
        return b + X @ w

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        target = y.reshape(len(y), 1)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(np.mean((y_hat - target) ** 2)))  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
