# expect: mutates-input, gradient-missing-factor-two
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        y_hat -= y  # <-- here
        n = len(y)
        return X.T @ y_hat / n, y_hat.sum() / n  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat.copy())
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
