# expect: import-fails
import numpy as np

class LinearRegression:
    w = np.zeros(n_features)  # <-- here
    b = 0.0

    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

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

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]
