# expect: fit-stochastic
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
        n = len(y)
        error = y_hat - y
        return 2 / n * X.T @ error, 2 / n * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        steps = 0
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            for row in np.random.permutation(len(y)):  # <-- here
                one, target = X[[row]], y[[row]]
                dw, db = self.compute_gradients(one, target, self.predict(one))
                rate = lr / (1 + 0.01 * steps)
                self.w = self.w - rate * dw
                self.b = self.b - rate * db
                steps += 1
        return losses
