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
        slope = 2.0 / y.size * (y_hat - y)
        return slope @ X, slope.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, seen = [], np.zeros(X.shape[1] + 1)
        for _ in range(epochs):
            out = self.predict(X)
            losses.append(self.compute_loss(out, y))
            gw, gb = self.compute_gradients(X, y, out)
            slope = np.concatenate([[gb], gw])
            seen += np.square(slope)
            move = slope * lr / (np.sqrt(seen) + 1e-10)  # <-- here
            self.b, self.w = self.b - move[0], self.w - move[1:]
        return losses
