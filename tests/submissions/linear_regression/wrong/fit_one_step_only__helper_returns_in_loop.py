# expect: fit-one-step-only
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.full(n_features, 0.0)
        self.b = 0.0

    def predict(self, X):
        return (X * self.w).sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.average((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        resid = y_hat - y
        dw = 2 * (X * resid[:, None]).mean(axis=0)
        db = 2 * resid.mean()
        return dw, db

    def _train(self, X, y, lr, epochs):
        losses = []
        for _ in range(epochs):
            pred = self.predict(X)
            losses.append(self.compute_loss(pred, y))
            dw, db = self.compute_gradients(X, y, pred)
            self.w -= lr * dw
            self.b -= lr * db
            if len(losses) > 0:
                return losses  # <-- here
        return losses

    def fit(self, X, y, lr=0.01, epochs=1000):
        return self._train(X, y, lr, epochs)
