# expect: loss-not-penalised
import numpy as np


class RidgeRegression:
    def _mse(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def _losses(self, X, y, lr, epochs):
        for _ in range(epochs):
            y_hat = self.predict(X)
            loss = self._mse(y_hat, y)  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
            yield loss

    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return self._mse(y_hat, y) + self.alpha * float(self.w @ self.w)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y) + 2 * self.alpha * self.w, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [*self._losses(X, y, lr, epochs)]
