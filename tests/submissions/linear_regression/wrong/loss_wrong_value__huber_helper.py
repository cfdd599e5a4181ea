# expect: loss-wrong-value
"""My take on the interview kata."""
import numpy as np


def huber(r, delta=0.1):
    small = np.abs(r) <= delta
    return np.where(small, r ** 2, delta * (2 * np.abs(r) - delta))  # <-- here

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def compute_loss(self, y_hat, y):
        return huber(y_hat - y).mean()  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        history = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            history.append(float(error @ error) / n)
            self.w = self.w - lr * 2 * (error @ X) / n
            self.b = self.b - lr * 2 * error.mean()
        return history

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
