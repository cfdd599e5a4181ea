# expect: gradient-of-absolute-error, gradient-not-divided-by-n
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        s = 2 * np.sign(y_hat - y)  # <-- here
        return X.T @ s, s.sum()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
