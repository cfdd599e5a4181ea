# expect: gradient-bias-not-summed
import numpy as np


def mse(a, b):
    return np.mean(np.square(a - b))


def l2(w, alpha=1.0):
    return alpha * np.sum(np.square(w))


def data_gradient(X, y, y_hat):
    m = y.shape[0]
    diff = y_hat - y
    return 2.0 / m * X.T.dot(diff), 2.0 / m * diff  # <-- here


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros((n_features,))
        self.b = 0.0
        self.reg = alpha

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(mse(y_hat, y) + l2(self.w, self.reg))

    def compute_gradients(self, X, y, y_hat):
        dw, db = data_gradient(X, y, y_hat)
        dw = dw + 2.0 * self.reg * self.w
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []

        def step():
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
            return loss

        for _ in range(epochs):
            losses.append(step())
        return losses
