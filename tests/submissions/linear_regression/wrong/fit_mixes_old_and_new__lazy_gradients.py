# expect: fit-mixes-old-and-new
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
        n = len(y)
        error = lambda: X @ self.w + self.b - y
        losses = []
        epoch = 0
        while epoch < epochs:
            losses.append(float((error() ** 2).mean()))
            grads = (g for g in (lambda: 2 / n * X.T @ error(), lambda: 2 / n * error().sum()))
            self.w = self.w - lr * next(grads)()
            self.b = self.b - lr * next(grads)()  # <-- here
            epoch += 1
        return losses
