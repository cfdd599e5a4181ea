# expect: loss-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def predict(self, X: np.ndarray) -> np.ndarray:
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        return np.dot(y_hat - y, y - y_hat) / len(y)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

    def fit(self, X, y, lr=0.01, epochs=1000):
        """Plain batch gradient descent, everything written out."""
        losses = []
        for epoch in range(epochs):
            delta = (X * self.w).sum(axis=1) + self.b - y
            losses.append(float(np.square(delta).mean()))
            step_w = 2 * np.mean(X * delta[:, None], axis=0)
            step_b = 2 * np.mean(delta)
            self.w = self.w - lr * step_w
            self.b = self.b - lr * step_b
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
