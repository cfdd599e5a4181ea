# expect: fit-stochastic, fit-history-missing
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.mean(np.square(y - y_hat)))

    @staticmethod
    def compute_gradients(X, y, y_hat):
        error = y_hat - y
        n, _ = X.shape
        return X.T @ error * (2 / n), error.sum() * (2 / n)

    def fit(self, X, y, lr=0.01, epochs=1000):
        for _ in range(epochs):
            for i in range(X.shape[0]):  # <-- here
                xi, yi = X[i:i + 1], y[i:i + 1]
                dw, db = self.compute_gradients(xi, yi, self.predict(xi))
                self.w = self.w - lr * dw  # <-- here
                self.b = self.b - lr * db  # <-- here
        return self.compute_loss(self.predict(X), y)  # <-- here
