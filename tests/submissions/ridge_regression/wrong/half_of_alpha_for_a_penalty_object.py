# expect: gradient-penalty-missing-factor-two, loss-penalty-halved
import numpy as np


class Penalty:
    def __init__(self, lam):
        self.lam = lam

    def value(self, w):
        return self.lam * np.sum(w**2)

    def slope(self, w):
        return 2 * self.lam * w


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.reg = Penalty(alpha / 2)  # <-- here

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2) + self.reg.value(self.w)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        return 2 / n * (X.T @ r) + self.reg.slope(self.w), 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(self.compute_loss(y_hat, y)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
