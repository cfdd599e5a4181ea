# expect: pass, advice: fit-restarts
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
        r = y_hat - y
        dw = (2 / n) * (r @ X)
        db = (2 / n) * r.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        rng = np.random.default_rng(0)
        self.w = rng.normal(scale=0.01, size=X.shape[1])  # <-- here
        self.b = 0.0
        losses, going = [], True
        while going and len(losses) < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            going = len(losses) < 2 or losses[-2] - losses[-1] >= 1e-4
            if going:
                dw, db = self.compute_gradients(X, y, y_hat)
                self.w = self.w - lr * dw
                self.b = self.b - lr * db
        return losses
