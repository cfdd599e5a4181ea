# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(shape=(n_features,), dtype=np.float64, order="C")
        self.b = 0.0

    def predict(self, X):
        return np.add(np.matmul(X, self.w), self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean(a=np.power(y_hat - y, 2), axis=None))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return (np.divide(2 * np.dot(a=X.T, b=error), len(y)), np.divide(2 * np.sum(a=error), len(y)))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(0, epochs, 1):
            y_hat = self.predict(X=X)
            losses.append(self.compute_loss(y=y, y_hat=y_hat))
            dw, db = self.compute_gradients(y_hat=y_hat, y=y, X=X)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
