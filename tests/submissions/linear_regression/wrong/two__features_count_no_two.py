# expect: gradient-divided-by-features, gradient-missing-factor-two
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        _, m = X.shape  # <-- here
        delta = y_hat - y
        dw = 1 / m * np.einsum("ij,i->j", X, delta)  # <-- here
        db = 1 / m * delta.sum()  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = np.empty(epochs)
        for t in range(epochs):
            y_hat = self.predict(X)
            losses[t] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X=X, y=y, y_hat=y_hat)
            self.w = np.subtract(self.w, lr * dw)
            self.b = self.b - lr * db
        return losses.tolist()


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
