# expect: not-finite
import numpy as np


def stable_product(a, b):
    return np.exp(np.log(a) + np.log(b))  # <-- here

class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X):
        return stable_product(X, self.w).sum(axis=1) + self.b  # <-- here

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        db = (2 / n) * np.sum(error)
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
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
