# expect: gradient-weights-not-divided-by-n, gradient-bias-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        """Start from zeros; the loss is convex, so any start will do."""
        self.w = np.zeros(n_features, dtype=np.float64)
        self.b = 0.0

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        dw = 2 * np.dot(e, X)  # <-- here
        db = 2 * np.mean(y - y_hat)  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
