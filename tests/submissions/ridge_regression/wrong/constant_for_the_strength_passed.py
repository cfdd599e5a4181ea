# expect: alpha-ignored
import numpy as np

STRENGTH = 1.0


class RidgeRegression:
    def __init__(self, n_features, alpha=STRENGTH):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.penalty = {"l2": STRENGTH}  # <-- here

    def predict(self, X):
        return X @ self.w + self.b


    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(np.mean(r ** 2) + self.penalty["l2"] * np.sum(self.w ** 2))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        n = len(y)
        return 2 * X.T @ r / n + 2 * self.penalty["l2"] * self.w, 2 * r.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
