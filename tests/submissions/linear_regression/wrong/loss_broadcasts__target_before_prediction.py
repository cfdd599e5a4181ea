# expect: loss-broadcasts
# Without the column, the order of the arguments would make no difference.
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y, y_hat):
        difference = y[:, None] - y_hat  # <-- here
        return float(np.mean(difference * difference))

    def compute_gradients(self, X, y, y_hat):
        scale = -2 / len(y)
        return scale * (X.T @ (y - y_hat)), scale * (y - y_hat).sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y, y_hat))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
