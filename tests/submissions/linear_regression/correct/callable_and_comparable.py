# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def __call__(self, X):
        return X @ self.w + self.b

    predict = __call__

    def __len__(self):
        return len(self.w)

    def __bool__(self):
        return False

    def __eq__(self, other):
        return isinstance(other, type(self)) and np.array_equal(self.w, other.w) and self.b == other.b

    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}(w={self.w}, b={self.b})"

    __str__ = __repr__

    def __getitem__(self, j):
        return self.w[j]

    def __iter__(self):
        yield self.w
        yield self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            w, b = self
            self.w, self.b = w - lr * dw, b - lr * db
        return losses
