# expect: gradient-wrong-shape
# Linear regression from scratch

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        diff = y_hat - y
        return float(diff @ diff) / len(diff)

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        dw = 2 * np.average(X * e[:, None], axis=0)
        db = 2 * np.mean(e, keepdims=True)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
