# expect: loss-absolute, gradient-of-absolute-error, gradient-of-absolute-error|gradient-missing-factor-two
"""Linear regression from scratch."""
import numpy as np


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features):
        generator = np.random.RandomState(42)
        self.w = generator.randn(n_features) * 0.01
        self.b = generator.uniform(-0.01, 0.01)

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.abs(y_hat - y)))  # <-- here

    def compute_gradients(self, X, y, y_hat):
        s = np.sign(y_hat - y)  # <-- here
        return X.T @ s / len(y), s.mean()  # <-- here

    def fit(self, X: np.ndarray, y: np.ndarray, lr: float = 0.01, epochs: int = 1000) -> list:
        """Batch gradient descent; returns one loss per epoch."""
        loss_history: list = []
        while len(loss_history) < epochs:
            out = self.predict(X)
            loss_history.append(self.compute_loss(out, y))
            gw, gb = self.compute_gradients(X, y, out)
            self.w, self.b = self.w - lr * gw, self.b - lr * gb
        return loss_history


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
