# expect: gradient-ignores-y-hat
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        return self.b + np.tensordot(X, self.w, axes=1)

    def compute_loss(self, y_hat, y):
        e = y_hat - y
        mse = np.einsum("i,i->", e, e) / e.shape[0]
        return float(mse)

    def compute_gradients(self, X, y, y_hat):
        err = self._forward_error(X, y)  # <-- here
        m = err.shape[0]
        return 2 / m * np.einsum("ij,i->j", X, err), 2 / m * np.sum(err)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def _forward_error(self, X, y):
        y_hat = np.dot(X, self.w) + self.b  # <-- here
        return y_hat - y


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
