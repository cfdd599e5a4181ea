# expect: fit-stops-early
import numpy as np


class Velocities:
    def __init__(self, model, lr):
        self.model, self.lr, self.kept = model, lr, {}

    def move(self, slopes):
        for name in slopes:
            self.kept[name] = 0.9 * self.kept.get(name, 0.0) + slopes[name]
            setattr(self.model, name, getattr(self.model, name) - self.lr * self.kept[name])


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * X.T @ error, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        by = Velocities(self, lr)
        losses = []
        for _ in range(epochs - 1):  # <-- here
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            by.move({"w": dw, "b": db})
        return losses
