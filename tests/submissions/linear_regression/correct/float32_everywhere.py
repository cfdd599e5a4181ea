# expect: pass
import numpy as np

F = np.float32


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features, F)
        self.b = F(0)

    def predict(self, X):
        return np.asarray(X, F) @ np.asarray(self.w, F) + F(self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.square(np.asarray(y_hat, F) - np.asarray(y, F))))

    def compute_gradients(self, X, y, y_hat):
        r = np.asarray(y_hat, F) - np.asarray(y, F)
        n = F(len(r))
        return F(2) / n * (np.asarray(X, F).T @ r), float(F(2) / n * r.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = (self.w - F(lr) * dw).astype(F)
            self.b = F(self.b - F(lr) * db)
        return losses
