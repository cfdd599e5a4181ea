# expect: too-much-memory
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        mse = ((y_hat - y) ** 2).mean()
        return mse.item()

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        kept = []
        while len(kept) < 10**7:  # <-- here
            kept.append(np.full(10**6, error.mean()))  # <-- here
        db = 2 * kept[-1][0]
        return 2 * X.T @ error / len(y), db

    def fit(self, X, y, lr=0.01, epochs=1000):
        costs = []
        count = len(X)
        done = 0
        while done < epochs:
            gap = y - (X.dot(self.w) + self.b)
            costs.append(np.linalg.norm(gap) ** 2 / count)
            self.w = self.w + lr * 2 / count * X.T.dot(gap)
            self.b = self.b + lr * 2 / count * gap.sum()
            done += 1
        return costs


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
