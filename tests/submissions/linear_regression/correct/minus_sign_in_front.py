# expect: pass
import numpy as np


class LinearRegression:
    """Residuals the statistician's way round: observed minus fitted."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        r = y - y_hat
        return float(np.mean(r * r))

    def compute_gradients(self, X, y, y_hat):
        r = y - y_hat
        m = X.shape[0]
        return -2.0 / m * (X.T @ r), -2.0 / m * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            out.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return out
