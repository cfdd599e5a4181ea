# expect: syntax-error
import numpy as np

class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.average(diff * diff)

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * (error @ X) / X.shape[0], 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        def one_epoch():
            nonlocal losses  # <-- here
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db

        self.losses = []
        for _ in range(epochs):
            one_epoch()
        return self.losses


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
