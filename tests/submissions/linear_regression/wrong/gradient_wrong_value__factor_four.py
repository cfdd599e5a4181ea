# expect: gradient-wrong-value
# Linear regression from scratch

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        error = 2 * (y_hat - y)  # <-- here
        dw = (2 / n) * np.dot(X.T, error)  # <-- here
        db = (2 / n) * np.sum(error)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()
