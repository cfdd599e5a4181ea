# expect: gradient-clipped|gradient-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        a = np.abs(y_hat - y)
        return float(np.mean(np.where(a <= 1, 0.5 * a ** 2, a - 0.5)))

    def compute_gradients(self, X, y, y_hat):
        r = y_hat - y
        n = len(y)
        dw = np.clip(X.T @ r / n, -1, 1)  # <-- here
        db = np.clip(r.sum() / n, -1, 1)  # <-- here
        return dw, float(db)

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            guess = self.predict(X)
            history += [self.compute_loss(guess, y)]
            dw, db = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
