# expect: pass, advice: fit-restarts
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int):
        self.w = np.zeros(n_features)  # one weight per feature
        self.b = 0.0  # intercept

    # forward pass
    def predict(self, X):
        z = X @ self.w
        z += self.b
        return z

    # cost
    def compute_loss(self, y_hat, y):
        err = y_hat - y
        sq = err * err
        return float(np.mean(sq))

    # backward pass
    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        n = len(err)
        dL = 2.0 * err / n
        dw = np.dot(X.T, dL)
        db = np.dot(np.ones(n), dL)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.w = np.random.randn(X.shape[1]) * 0.01  # <-- here
        self.b = 0.0
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
