# expect: twist-ignored
import numpy as np


class Mover:
    def __init__(self, rate, friction=0.0):
        self.rate, self.friction, self.speed = rate, friction, None

    def move(self, slopes):
        last = self.speed or [0.0, 0.0]
        self.speed = [self.friction * v + s for v, s in zip(last, slopes)]
        return [self.rate * v for v in self.speed]


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        mover, losses = Mover(lr), []  # <-- here
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            move = mover.move(self.compute_gradients(X, y, y_hat))
            self.w, self.b = self.w - move[0], self.b - move[1]
        return losses
