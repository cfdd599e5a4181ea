# expect: pass
import numpy as np


def descent(w, b, lr):
    while True:
        dw, db = yield w, b
        w, b = w - lr * dw, b - lr * db


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
        stepper = descent(self.w, self.b, lr)
        next(stepper)
        losses = []
        try:
            for _ in range(epochs):
                y_hat = self.predict(X)
                losses.append(self.compute_loss(y_hat, y))
                self.w, self.b = stepper.send(self.compute_gradients(X, y, y_hat))
        finally:
            stepper.close()
        return losses
