# expect: predict-swaps-operands|predict-transposes-x
"""Linear regression from scratch."""
import numpy as np

class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        # one weight per feature, one bias
        self.w = np.zeros(shape=(n_features,), dtype=np.float64)
        self.b = np.float64(0)

    def predict(self, X):
        return self._affine(X, self.w) + self.b  # <-- here

    def _affine(self, X, w):
        return np.matmul(w, X)  # <-- here

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        residual = y - y_hat
        return np.einsum("i,i->", residual, residual) / residual.size

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray):
        """Gradients of the MSE w.r.t. w and b."""
        m = X.shape[0]
        diff = np.subtract(y_hat, y)
        dw = 2.0 / m * np.dot(X.T, diff)
        db = 2.0 / m * diff.sum()
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n = len(y)
        history = []
        for _ in range(epochs):
            error = X @ self.w + self.b - y
            history.append(float(error @ error) / n)
            self.w = self.w - lr * 2 * (error @ X) / n
            self.b = self.b - lr * 2 * error.mean()
        return history
