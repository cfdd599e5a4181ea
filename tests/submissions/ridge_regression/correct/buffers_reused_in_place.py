# expect: pass
import numpy as np


class RidgeRegression:
    """fit allocates its buffers once."""

    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = np.subtract(y_hat, y, dtype=float)
        error *= 2.0 / len(error)
        return X.T @ error + 2.0 * self.alpha * self.w, error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        X = np.array(X, dtype=float)
        y = np.array(y, dtype=float)
        n, d = X.shape
        w = np.array(self.w, dtype=float)
        b = float(self.b)
        error, grad = np.empty(n), np.empty(d)
        losses = []
        for _ in range(epochs):
            np.dot(X, w, out=error)
            error += b
            error -= y
            losses.append(float(error @ error) / n + float(self.alpha * (w @ w)))
            np.dot(error, X, out=grad)
            grad /= n
            grad += self.alpha * w
            w -= 2 * lr * grad
            b -= 2 * lr * float(error.mean())
        self.w, self.b = w, b
        return losses
