# expect: gradient-wrong-value
"""Linear regression with gradient descent, NumPy only."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # weights, one per column of X
        self.w = np.full(n_features, 0.0)
        # intercept
        self.b = np.float64(0.0)

    def predict(self, X: np.ndarray) -> np.ndarray:
        """(n, d) -> (n,)"""
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean().item()

    def compute_gradients(self, X, y, y_hat):
        r = 2 * (y_hat - y) / len(y)
        dw, db = r @ X, r.sum()
        norm = np.sqrt(dw @ dw + db * db)
        if norm > 0:
            dw, db = dw / norm, db / norm  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []

        def step():
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            return self.compute_loss(y_hat, y)

        while len(losses) < epochs:
            losses.append(step())
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
