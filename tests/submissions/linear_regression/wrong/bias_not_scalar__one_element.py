# expect: bias-not-scalar
"""My take on the interview kata."""
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = np.zeros(1)  # <-- here

    def predict(self, X):
        return X @ self.w + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.average(diff * diff)

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]
