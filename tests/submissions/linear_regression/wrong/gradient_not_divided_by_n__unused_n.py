# expect: gradient-not-divided-by-n
#!/usr/bin/env python3
import numpy as np


class LinearRegression:
    """y_hat = X @ w + b"""

    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        assert n == y.shape[0]
        dL = 2 * (y_hat - y)  # <-- here
        dw = np.matmul(dL, X)  # <-- here
        db = np.add.reduce(dL)  # <-- here
        return dw, db

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
