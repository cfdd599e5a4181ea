# expect: fit-history-wrong-length
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r / len(r))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        dw = (2 / n) * (r @ X)
        db = (2 / n) * r.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        v_w, v_b = np.zeros(X.shape[1]), 0.0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            v_w = 0.9 * v_w + dw
            v_b = 0.9 * v_b + db
            self.w = self.w - lr * v_w
            self.b = self.b - lr * v_b
        losses.append(self.compute_loss(self.predict(X), y))  # <-- here
        return losses  # <-- here
