# expect: fit-wrong-value
import numpy as np


class SGD:
    def __init__(self, lr, decay=0.01):
        self.lr = lr
        self.decay = decay

    def step(self, value, gradient):
        gradient = gradient + self.decay * value  # <-- here
        return value - self.lr * gradient


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        sgd = SGD(lr)
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = sgd.step(self.w, dw)
            self.b = sgd.step(self.b, db)
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        a = np.abs(r)
        return float(np.mean(np.where(a <= 1, 0.5 * r**2, a - 0.5)))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        g = np.clip(y_hat - y, -1, 1)
        return X.T @ g / n, float(np.sum(g)) / n
