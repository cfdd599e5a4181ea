# expect: gradient-missing-factor-two
import numpy as np

# Ridge: mean squared error + alpha * ||w||^2


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0, seed=None):
        rng = np.random.default_rng(seed)
        self.alpha_ = alpha
        self.w = rng.uniform(-0.01, 0.01, size=n_features)
        self.b = 0.0

    def predict(self, X):
        """X: (n, d) -> (n,)"""
        return np.add(X @ self.w, self.b)

    def compute_loss(self, y_hat, y):
        """One number."""
        n = len(y)
        sse = ((y - y_hat) ** 2).sum()
        shrink = (self.w ** 2).sum()
        return float(sse / n + self.alpha_ * shrink)

    def compute_gradients(self, X, y, y_hat):
        """(dw, db)"""
        n = len(y)
        err = y_hat - y
        dw = (X.T @ err) / n + self.alpha_ * self.w  # <-- here
        db = err.sum() / n  # <-- here
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        """The losses, one an epoch."""
        losses = [0.0] * epochs
        for k in range(epochs):
            y_hat = self.predict(X)
            losses[k] = self.compute_loss(y_hat, y)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w += -lr * dw
            self.b += -lr * db
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(100, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0
    model = RidgeRegression(3, alpha=0.1)
    print(model.fit(X, y)[-1], model.w, model.b)
