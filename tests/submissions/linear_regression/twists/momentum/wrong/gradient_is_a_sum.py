# expect: gradient-not-divided-by-n
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
        r = y_hat - y
        return 2 * X.T @ r, 2 * r.sum()  # <-- here

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
        return losses
