# expect: fit-ascends
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
        error = y_hat - y
        return 2 / len(y) * X.T @ error, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            steps = [lr * slope for slope in self.compute_gradients(X, y, y_hat)]
            self.w = self.w + steps[0]  # <-- here
            self.b = self.b + steps[1]  # <-- here
        return losses
