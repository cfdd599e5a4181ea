# expect: syntax-error
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features, scale=1e-3):
        self.w = scale * np.ones(n_features)
        self.b = 0.

    def predict(self, X):
        “””Predictions for every row of X.”””  # <-- here
        return X @ self.w + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        """Mean squared error."""
        return np.square(y_hat - y).mean()

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

    def fit(self, X, y, lr=0.01, epochs=1000):
        costs = []
        count = len(X)
        done = 0
        while done < epochs:
            gap = y - (X.dot(self.w) + self.b)
            costs.append(np.linalg.norm(gap) ** 2 / count)
            self.w = self.w + lr * 2 / count * X.T.dot(gap)
            self.b = self.b + lr * 2 / count * gap.sum()
            done += 1
        return costs
