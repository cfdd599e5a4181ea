# expect: wrong-signature|gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y_hat, y):  # <-- here
        error = y_hat - y  # <-- here
        return 2 * X.T @ error / len(error), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y_hat, y)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
