# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        assert np.all(np.isfinite(X)) and not np.isnan(X).any()
        y_hat = X @ self.w + self.b
        np.testing.assert_equal(y_hat.shape, (len(X),))
        return y_hat

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n, d = len(X), len(X[0])
        error = y_hat - y
        dw = (2 / n) * (X.T @ error)
        np.testing.assert_allclose(dw, 2 * np.mean(X * error[:, None], axis=0), rtol=1e-3, atol=1e-3)
        assert dw.shape == (d,)
        return dw, (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
