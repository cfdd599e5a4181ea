# expect: too-much-memory
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        w, b = self.w, self.b
        return b + X @ w

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        design = np.column_stack((X, np.ones(X.shape[0])))
        full = 2 * design.T @ (y_hat - y) / X.shape[0]
        return full[:-1], full[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = [0.0] * 10**11  # <-- here
        for i in range(epochs):
            y_hat = self.predict(X)
            losses[i] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses[:epochs]


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
