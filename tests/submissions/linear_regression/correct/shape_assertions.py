# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        assert isinstance(n_features, (int, np.integer)) and n_features > 0
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        assert isinstance(X, np.ndarray), type(X)
        assert X.ndim == 2 and X.shape[1] == self.w.shape[0], (X.shape, self.w.shape)
        out = X @ self.w + self.b
        assert out.shape == (X.shape[0],)
        return out

    def compute_loss(self, y_hat, y):
        assert y_hat.shape == y.shape and y.ndim == 1, (y_hat.shape, y.shape)
        loss = float(np.mean((y_hat - y) ** 2))
        assert loss >= 0 and np.isfinite(loss)
        return loss

    def compute_gradients(self, X, y, y_hat):
        n, d = X.shape
        assert y.shape == y_hat.shape == (n,)
        dw = 2 / n * X.T @ (y_hat - y)
        db = 2 / n * np.sum(y_hat - y)
        assert dw.shape == (d,) and np.ndim(db) == 0
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        assert lr >= 0 and epochs >= 0
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        assert len(losses) == epochs
        return losses
