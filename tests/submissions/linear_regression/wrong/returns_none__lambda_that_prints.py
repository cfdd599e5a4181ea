# expect: returns-none
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    compute_loss = lambda self, y_hat, y: print(np.mean((y_hat - y) ** 2))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for _ in range(epochs):
            r = self.predict(X) - y
            out.append(float(r @ r) / len(r))
            dw, db = self.compute_gradients(X, y, r + y)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return out
