# expect: fit-stops-early
import numpy as np


class LinearModel:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())


class LinearRegression(LinearModel):
    def compute_gradients(self, X, y, y_hat):
        gap = y_hat - y
        return 2 * X.T @ gap / len(gap), 2 * gap.sum() / len(gap)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        size = np.inf
        while len(losses) < epochs and size > 0.5:  # <-- here
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            size = np.sqrt(dw @ dw + db * db)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
