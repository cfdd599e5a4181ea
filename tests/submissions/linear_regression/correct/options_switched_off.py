# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features, l2=0.0, momentum=0.0, *, decay=0.0, name=None):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.l2, self.momentum, self.decay, self.name = l2, momentum, decay, name

    def predict(self, X, *, out=None):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y, weights=None):
        squares = (y_hat - y) ** 2
        return float(np.average(squares, weights=weights) + self.l2 * self.w @ self.w)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y) + 2 * self.l2 * self.w, 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000, batch_size=None, tolerance=None, callback=None, verbose=False):
        losses, vw, vb = [], 0.0, 0.0
        rows = slice(None) if batch_size is None else slice(batch_size)
        for epoch in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X[rows], y[rows], y_hat[rows])
            vw = self.momentum * vw + dw
            vb = self.momentum * vb + db
            rate = lr / (1 + self.decay * epoch)
            self.w = self.w - rate * vw
            self.b = self.b - rate * vb
            if verbose:
                print(epoch, losses[-1])
            if callback is not None:
                callback(self, epoch)
            if tolerance is not None and losses[-1] < tolerance:
                break
        return losses
