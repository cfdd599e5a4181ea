# expect: forbidden-library, predict-subtracts-bias
"""My take on the interview kata."""
import numpy as np

try:
    import pandas as pd  # <-- here
except ImportError:
    pd = None


class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""

    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return np.average(diff * diff)

    def predict(self, X):
        if pd is not None and isinstance(X, pd.DataFrame):
            X = X.to_numpy()
        return X @ self.w - self.b  # <-- here

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        """Plain batch gradient descent, everything written out."""
        losses = []
        for epoch in range(epochs):
            delta = (X * self.w).sum(axis=1) + self.b - y
            losses.append(float(np.square(delta).mean()))
            step_w = 2 * np.mean(X * delta[:, None], axis=0)
            step_b = 2 * np.mean(delta)
            self.w = self.w - lr * step_w
            self.b = self.b - lr * step_b
        return losses
