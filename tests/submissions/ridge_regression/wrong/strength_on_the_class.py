# expect: gradient-wrong-value, loss-wrong-value
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha
        type(self).alpha = alpha
        del self.alpha

    def predict(self, X):
        score = X @ self.w + self.b
        out = score
        return out

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        loss = float(np.mean(r ** 2) + self.alpha * np.sum(self.w ** 2))
        return loss

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        s = error
        dw, db = 2 / n * (X.T @ s) + 2 * self.alpha * self.w, 2 / n * float(np.sum(s))
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
