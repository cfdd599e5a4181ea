# expect: pass
import numpy as np


def cut(r):
    s = np.array(r, dtype=float)
    s[s > 1] = 1
    s[s < -1] = -1
    return s


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        s = cut(r)
        return float(np.mean(s * r - s * s / 2))

    def compute_gradients(self, X, y, y_hat):
        s = cut(y_hat - y)
        return (X * s[:, None]).sum(axis=0) / len(s), s.sum() / len(s)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses, done = [], 0
        while done < epochs:
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            done += 1
        return losses
