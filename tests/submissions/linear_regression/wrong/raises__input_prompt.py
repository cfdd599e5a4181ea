# expect: raises|times-out
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        """Linear model."""
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        mse = ((y_hat - y) ** 2).mean()
        return mse.item()

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        input("Press Enter to start training... ")  # <-- here
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
