# expect: loss-absolute
import numpy as np

COSTS = {
    "squares": lambda gaps: float(np.mean(gaps**2)),
    "distances": lambda gaps: float(np.mean(np.abs(gaps))),
}


class LinearRegression:
    def __init__(self, n_features, cost="distances"):  # <-- here
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.cost = cost

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return COSTS[self.cost](y_hat - y)

    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * gap @ X / len(y), 2 * float(gap.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
