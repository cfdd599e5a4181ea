# expect: returns-none
# practice: linear regression
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            self.compute_gradients(X, y, y_hat)
            self.w -= lr * self.dw
            self.b -= lr * self.db
        return losses

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        self.dw = (2 / n) * (X.T @ error)
        self.db = (2 / n) * np.sum(error)

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2
