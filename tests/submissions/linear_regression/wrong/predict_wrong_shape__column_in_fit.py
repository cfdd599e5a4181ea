# expect: predict-wrong-shape|gradient-broadcasts|loss-broadcasts
import numpy as np

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        m = len(y)
        losses = []
        for _ in range(epochs):
            y_hat = X @ self.w.reshape(-1, 1) + self.b  # <-- here
            error = y_hat - y  # <-- here
            losses.append(float(np.mean(error ** 2)))
            self.w = self.w - lr * (2 / m) * np.mean(X.T @ error, axis=1)
            self.b = self.b - lr * 2 * np.mean(error)
        return losses

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

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
