# expect: pass
import numpy as np


class RidgeRegression:
    """fit works on moments: no pass over the samples inside the loop."""

    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.ridge = alpha

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        gap = y_hat - y
        return float(gap.dot(gap) / gap.size + self.ridge * self.w.dot(self.w))

    def compute_gradients(self, X, y, y_hat):
        gap = (y_hat - y) * (2.0 / y.size)
        return gap.dot(X) + 2.0 * self.ridge * self.w, gap.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        n, d = X.shape
        Z = np.column_stack([X, np.ones(n)]).astype(float)
        G, c, yy = Z.T @ Z / n, Z.T @ y / n, float(np.mean(np.square(y, dtype=float)))
        shrink = np.append(np.full(d, float(self.ridge)), 0.0)
        theta = np.append(self.w, self.b)
        losses = []
        for _ in range(epochs):
            losses.append(float(theta @ G @ theta - 2 * (c @ theta) + yy + shrink @ theta ** 2))
            theta = theta - lr * 2 * (G @ theta - c + shrink * theta)
        self.w, self.b = theta[:d].copy(), float(theta[d])
        return losses
