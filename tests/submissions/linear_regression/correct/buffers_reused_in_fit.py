# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        out = np.empty(X.shape[0])
        np.matmul(X, self.w, out=out)
        np.add(out, self.b, out=out)
        return out

    def compute_loss(self, y_hat, y):
        e = np.empty(len(y))
        np.subtract(y_hat, y, out=e)
        np.multiply(e, e, out=e)
        return float(np.add.reduce(e)) / e.size

    def compute_gradients(self, X, y, y_hat):
        e = np.empty(len(y))
        np.subtract(y_hat, y, out=e)
        np.multiply(e, 2 / e.size, out=e)
        dw = np.empty(X.shape[1])
        np.matmul(e, X, out=dw)
        return dw, np.add.reduce(e)

    def fit(self, X, y, lr=0.01, epochs=1000):
        n, d = X.shape
        e, square, dw = np.empty(n), np.empty(n), np.empty(d)
        losses = []
        for _ in range(epochs):
            np.matmul(X, self.w, out=e)
            e += self.b
            e -= y
            np.multiply(e, e, out=square)
            losses.append(float(square.sum()) / n)
            np.matmul(e, X, out=dw)
            dw *= 2 * lr / n
            self.w -= dw
            self.b -= 2 * lr / n * e.sum()
        return losses
