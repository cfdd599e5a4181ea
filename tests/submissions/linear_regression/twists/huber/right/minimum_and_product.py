# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        a = np.abs(y_hat - y)
        q = np.minimum(a, 1.0)
        return float(np.mean(q * (a - 0.5 * q)))

    def compute_gradients(self, X, y, y_hat):
        s = np.minimum(np.maximum(y_hat - y, -1.0), 1.0)
        return X.T @ s / len(y), s.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            guess = self.predict(X)
            history += [self.compute_loss(guess, y)]
            dw, db = self.compute_gradients(X, y, guess)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return history
