# expect: fit-learning-rate-changes
import numpy as np


class LinearRegression:
    def __init__(self, n_features, seed=0, scale=0.01):
        rng = np.random.default_rng(seed)
        self.w = rng.uniform(-scale, scale, size=n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = X.dot(self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        return float(e.dot(e) / e.size)

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        k = 2.0 / e.size
        return k * X.T.dot(e), k * e.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            old_w, old_b = self.w.copy(), self.b
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            if self.compute_loss(self.predict(X), y) > loss:
                self.w, self.b = old_w, old_b  # <-- here
                lr = lr / 2  # <-- here
        return losses
