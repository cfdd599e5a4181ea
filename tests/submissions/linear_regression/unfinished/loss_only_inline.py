# expect: unfinished: loss, vectorization
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.history = []

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        m = X.shape[0]
        w, b = self.w, self.b
        for _ in range(epochs):
            residual = np.dot(X, w) + b - y
            losses.append(np.mean(residual ** 2))
            w = w - lr * (2 / m) * np.dot(X.T, residual)
            b = b - lr * (2 / m) * np.sum(residual)
        self.w, self.b = w, b
        return losses

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
