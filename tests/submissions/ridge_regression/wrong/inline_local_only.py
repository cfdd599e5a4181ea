# expect: fit-updates-a-copy
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.tau = alpha

    def predict(self, X):
        return X.dot(self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r.dot(r) / len(r) + self.tau * self.w.dot(self.w))

    def compute_gradients(self, X, y, y_hat):
        r = 2 * (y_hat - y) / len(y)
        return r.dot(X) + 2 * self.tau * self.w, r.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        weights = np.array(self.w)  # <-- here
        bias = float(self.b)  # <-- here
        history = []
        for _ in range(epochs):
            r = X.dot(weights) + bias - y
            history.append(float(r.dot(r) / len(r) + self.tau * weights.dot(weights)))
            weights = weights - lr * (2 * r.dot(X) / len(r) + 2 * self.tau * weights)  # <-- here
            bias = bias - lr * 2 * r.mean()  # <-- here
        return history
