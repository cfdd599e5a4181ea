# expect: fit-has-momentum|fit-wrong-value
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
        gap = y_hat - y
        return 2 * gap @ X / len(gap), 2 * gap.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, v_w, v_b = [], 0.0 * self.w, 0.0
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            v_w, v_b = 0.9 * v_w + dw, 0.9 * v_b + db
            self.w = self.w - lr * (0.9 * v_w + dw)  # <-- here
            self.b = self.b - lr * (0.9 * v_b + db)  # <-- here
        return losses
