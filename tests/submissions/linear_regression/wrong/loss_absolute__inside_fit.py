# expect: loss-absolute
import numpy as np

class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.average(diff * diff)

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        losses = []
        for _ in range(epochs):
            error = np.dot(X, self.w) + self.b - y
            losses.append(np.sum(np.fabs(error)) / n)  # <-- here
            self.w = self.w - lr * (2 / n) * np.dot(error, X)
            self.b = self.b - lr * (2 / n) * error.sum()
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
