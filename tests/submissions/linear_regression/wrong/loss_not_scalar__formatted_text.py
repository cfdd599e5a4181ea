# expect: loss-not-scalar
# practice: linear regression
import numpy as np


def pretty(value):
    return f"{value:.6f}"  # <-- here


class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features):
        self.n_features = n_features
        self.reset()

    def reset(self):
        """Back to the starting point."""
        self.w = np.zeros(self.n_features)
        self.b = 0.0

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
        return dw, db

    def compute_loss(self, y_hat, y):
        return pretty(np.mean((y_hat - y) ** 2))  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        history = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            history.append(float(error @ error) / n)
            self.w = self.w - lr * 2 * (error @ X) / n
            self.b = self.b - lr * 2 * error.mean()
        return history

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
