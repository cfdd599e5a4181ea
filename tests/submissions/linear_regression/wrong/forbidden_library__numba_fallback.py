# expect: forbidden-library
import numpy as np

try:
    import numba  # <-- here
    jit = numba.njit(cache=False)
except ModuleNotFoundError:
    def jit(f):
        return f


@jit
def _mse(a, b):
    d = a - b
    return np.dot(d, d) / d.size


class LinearRegression:
    def __init__(self, n_features):
        generator = np.random.RandomState(42)
        self.w = generator.randn(n_features) * 0.01
        self.b = generator.uniform(-0.01, 0.01)

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return _mse(y_hat, y)

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            history += [loss]
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
