# expect: gradient-penalty-missing-factor-two
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.params = np.zeros(n_features + 1)
        self.alpha = alpha

    @property
    def w(self):
        return self.params[:-1]

    @w.setter
    def w(self, value):
        self.params[:-1] = value

    @property
    def b(self):
        return float(self.params[-1])

    @b.setter
    def b(self, value):
        self.params[-1] = value

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w**2))

    def compute_gradients(self, X, y, y_hat):
        full = np.hstack([X, np.ones((len(y), 1))])
        shrink = self.alpha * np.append(self.w, 0.0)  # <-- here
        slope = 2 / len(y) * full.T @ (y_hat - y) + shrink
        return slope[:-1], float(slope[-1])

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.params = self.params - lr * np.append(dw, db)
        return losses
