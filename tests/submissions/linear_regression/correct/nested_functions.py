# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        def mean_gradient(columns):
            return 2 * (y_hat - y) @ columns / len(y)

        return mean_gradient(X), mean_gradient(np.ones(len(y)))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []

        def forward():
            return self.predict(X)

        def backward(y_hat):
            nonlocal losses
            losses = losses + [self.compute_loss(y_hat, y)]
            return self.compute_gradients(X, y, y_hat)

        def update(grads):
            dw, db = grads
            self.w -= lr * dw
            self.b -= lr * db

        for _ in range(epochs):
            update(backward(forward()))
        return losses
