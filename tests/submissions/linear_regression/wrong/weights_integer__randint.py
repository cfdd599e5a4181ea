# expect: weights-integer
"""Linear regression from scratch."""
import numpy as np

class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features: int, seed: int = 0):
        rng = np.random.default_rng(seed)
        self.w = rng.integers(0, 1, size=n_features)  # <-- here
        self.b = 0.0

    def predict(self, X):
        """Linear model."""
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        mse = ((y_hat - y) ** 2).mean()
        return mse.item()

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
