# expect: loss-absolute
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        w, b = self.w, self.b
        return b + X @ w

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return np.dot(np.sign(r), r) / r.shape[0]  # <-- here

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


def main():
    np.random.seed(42)
    X = np.random.randn(100, 2)
    y = X @ np.array([1.5, -0.7]) + 2.0
    reg = LinearRegression(n_features=2)
    history = reg.fit(X, y)
    print("final loss", history[-1])


if __name__ == "__main__":
    main()
