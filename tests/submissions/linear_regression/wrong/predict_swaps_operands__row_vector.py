# expect: predict-swaps-operands|predict-transposes-x
# practice: linear regression
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._step(X, y, lr) for _ in range(epochs)]

    def _step(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return loss

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def predict(self, X: np.ndarray) -> np.ndarray:
        row = self.w.reshape(1, -1)
        return (row @ X)[0] + self.b  # <-- here


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
