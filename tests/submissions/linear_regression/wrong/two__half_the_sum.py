# expect: loss-halved, loss-not-averaged
# practice: linear regression
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        generator = np.random.RandomState(42)
        self.w = generator.randn(n_features) * 0.01
        self.b = generator.uniform(-0.01, 0.01)

    def predict(self, X):
        w, b = self.w, self.b
        return b + X @ w

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        error = y_hat - y
        return 0.5 * (error @ error)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        residual = (y_hat - y)[:, np.newaxis]
        dw = 2 * np.mean(residual * X, axis=0)
        db = 2 * np.mean(residual)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._step(X, y, lr) for _ in range(epochs)]

    def _step(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return loss


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
