# expect: fit-stops-early
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.abs(y - y_hat)))

    def compute_gradients(self, X, y, y_hat):
        side = np.sign(y_hat - y)
        return X.T @ side / len(y), float(side.mean())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, best, waited = [], np.inf, 0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            waited = 0 if losses[-1] < best - 0.02 else waited + 1
            best = min(best, losses[-1])
            if waited == 3:  # <-- here
                break  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return losses
