# expect: gradient-of-absolute-error
#!/usr/bin/env python3
import numpy as np


def unit(v):
    """v / |v|, elementwise, with 0 where v is 0."""
    size = np.abs(v)
    return v / np.where(size == 0, 1, size)  # <-- here


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        g = unit(y_hat - y) * 2 / y.size
        return np.einsum("ij,i->j", X, g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for epoch in range(1, epochs + 1):
            preds = self.predict(X)
            mse = self.compute_loss(preds, y)
            out.append(mse)
            if epoch % 500 == 0:
                print(f"epoch {epoch}: loss {mse:.4f}")
            dw, db = self.compute_gradients(X, y, preds)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return out
