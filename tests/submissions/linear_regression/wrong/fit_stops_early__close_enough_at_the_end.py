# expect: fit-stops-early
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
        history = []
        for epoch in range(1, epochs + 1):
            out = self.predict(X)
            history.append(self.compute_loss(out, y))
            settled = epoch > 1 and history[-1] > 0.98 * history[-2]
            if epoch == epochs and settled:
                break  # <-- here
            gw, gb = self.compute_gradients(X, y, out)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return history
