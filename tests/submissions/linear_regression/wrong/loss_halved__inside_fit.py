# expect: loss-halved
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r) / len(r)

    def predict(self, X):
        return np.einsum("ij,j->i", X, self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        n = len(y)
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(np.sum((y_hat - y) ** 2) / (2 * n)))  # <-- here
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]
