# expect: wrong-signature
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        '''MSE = ||y_hat - y||^2 / n'''
        return np.linalg.norm(y_hat - y) ** 2 / y.size

    def compute_gradients(self, X, y):  # <-- here
        error = self.predict(X) - y
        n = X.shape[0]
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            losses.append(self.compute_loss(self.predict(X), y))
            dw, db = self.compute_gradients(X, y)
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
