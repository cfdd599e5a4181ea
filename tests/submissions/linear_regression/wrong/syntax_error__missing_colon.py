# expect: syntax-error
"""My take on the interview kata."""
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.reset()

    def reset(self):
        """Back to the starting point."""
        self.w = np.zeros(self.n_features)
        self.b = 0.0

    def predict(self, X)  # <-- here
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        mse = ((y_hat - y) ** 2).mean()
        return mse.item()

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

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


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
