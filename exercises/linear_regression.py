"""Linear regression from scratch: the reference solution."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class LinearRegression:
    """A linear model, trained with batch gradient descent on the mean squared error."""

    def __init__(self, n_features: int) -> None:
        self.w: Array = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X: Array) -> Array:
        """X (n, d) -> y_hat (n,)."""
        return X @ self.w + self.b

    def compute_loss(self, y_hat: Array, y: Array) -> float:
        """y_hat (n,), y (n,) -> mean squared error."""
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X: Array, y: Array, y_hat: Array) -> tuple[Array, float]:
        """X (n, d), y (n,), y_hat (n,) -> dw (d,), db."""
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error), 2 / n * float(np.sum(error))

    def fit(self, X: Array, y: Array, lr: float = 0.01, epochs: int = 1000) -> list[float]:
        """X (n, d), y (n,) -> the loss of every epoch, before its step."""
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


def main() -> None:
    """Learn known parameters back from noisy data."""
    np.random.seed(42)
    X = np.random.randn(200, 3)
    true_w, true_b, noise = np.array([2.0, -1.0, 0.5]), 3.0, 0.1
    y = X @ true_w + true_b + np.random.randn(200) * noise

    model = LinearRegression(n_features=3)
    losses = model.fit(X, y, lr=0.01, epochs=500)

    print(f"w     {np.round(model.w, 4)}, true {true_w}")
    print(f"b     {model.b:.4f}, true {true_b}")
    print(f"loss  {losses[-1]:.6f}, variance of the noise {noise**2:.2f}")


if __name__ == "__main__":
    main()
