# expect: gradient-penalty-missing-factor-two, loss-penalty-halved
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    @property
    def decay(self):
        return self.alpha / 2  # <-- here

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2) + self.decay * np.sum(self.w**2)

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        r = y_hat - y
        return 2 / n * (X.T @ r) + 2 * self.decay * self.w, 2 / n * r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(float(self.compute_loss(y_hat, y)))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
