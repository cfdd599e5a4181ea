# expect: times-out
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        w = rng.normal(0, 0.01, n_features)
        while np.abs(w).max() < 0.5:  # <-- here
            w = rng.normal(0, 0.01, n_features)  # <-- here
        self.w = w
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.average(diff * diff)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            history += [loss]
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
