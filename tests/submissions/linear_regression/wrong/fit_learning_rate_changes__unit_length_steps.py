# expect: fit-learning-rate-changes
import numpy as np


class LinearRegression:

    def __init__(self, n_features):
        # start at the origin
        self.w = np.zeros(shape=n_features)
        self.b = 0.0

    def predict(self, X):
        return np.einsum("nd,d->n", X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(np.einsum("n,n->", r, r) / r.shape[0])

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        n = r.shape[0]
        return 2 * np.einsum("nd,n->d", X, r) / n, 2 * r.sum() / n

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            length = np.sqrt(np.sum(dw ** 2) + db ** 2) + 1e-12
            self.w = self.w - lr * dw / length  # <-- here
            self.b = self.b - lr * db / length  # <-- here
        return losses
