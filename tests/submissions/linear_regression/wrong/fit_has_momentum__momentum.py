# expect: fit-has-momentum
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
        n = X.shape[0]
        diff = y_hat - y
        dw = 2 / n * X.T @ diff
        db = 2 / n * diff.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        beta = 0.9
        vw, vb = np.zeros_like(self.w), 0.0
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            vw = beta * vw + dw  # <-- here
            vb = beta * vb + db  # <-- here
            self.w -= lr * vw  # <-- here
            self.b -= lr * vb  # <-- here
        return losses
