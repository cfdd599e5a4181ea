# expect: gradient-weights-collapsed
import numpy as np


def contract(X, e):
    return np.einsum("ij,i->", X, e)  # <-- here


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features):
        super().__init__()
        self.w = np.array([0.0] * n_features)
        self.b = 0.0
        self.history = []

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        e = 2 * (y_hat - y) / len(y_hat)
        return contract(X, e), e.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        epoch = 0
        while epoch < epochs:
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
            history.append(float(loss))
            epoch += 1
        return history
