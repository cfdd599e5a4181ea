# expect: parameters-missing, parameters-missing|loss-halved
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.coef_ = np.zeros(n_features)  # <-- here
        self.intercept_ = 0.0  # <-- here

    def predict(self, X):
        return X @ self.coef_ + self.intercept_

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2) / 2  # <-- here

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * X.T @ e / len(y), 2 * e.sum() / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.coef_ -= lr * dw
            self.intercept_ -= lr * db
        return losses
