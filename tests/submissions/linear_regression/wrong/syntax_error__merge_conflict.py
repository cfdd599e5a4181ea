# expect: syntax-error
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        residual = y - y_hat
        return np.einsum("i,i->", residual, residual) / residual.size

    def compute_gradients(self, X, y, y_hat):
        scaled = 2.0 * (y_hat - y) / y.size
        return np.einsum("ij,i->j", X, scaled), scaled.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
    <<<<<<< HEAD  # <-- here
            self.w -= lr * dw
            self.b -= lr * db
    =======
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
    >>>>>>> feature/out-of-place
        return losses


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
