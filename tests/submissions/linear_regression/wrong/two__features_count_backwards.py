# expect: gradient-divided-by-features, gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        samples = X.T.shape[0]  # <-- here
        e = y - y_hat  # <-- here
        return 2 / samples * np.dot(X.T, e), 2 / samples * np.sum(e)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
