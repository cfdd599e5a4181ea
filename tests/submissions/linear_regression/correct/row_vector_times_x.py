# expect: pass
import numpy as np

class LinearRegression:
    def __init__(self, n_features, dtype=np.float64):
        self.w, self.b = np.zeros((n_features,), dtype), 0.

    def predict(self, X):
        return self.b + X.dot(self.w)

    def compute_loss(self, y_hat, y):
        diff = np.subtract(y_hat, y)
        return diff.dot(diff).item() / diff.size

    def compute_gradients(self, X, y, y_hat):
        diff = np.subtract(y_hat, y) / (0.5 * len(X))
        return diff @ X, diff.sum()

    def fit(self, X, y, lr=1e-2, epochs=10**3):
        trace = [0.0] * epochs
        for k in range(epochs):
            guess = self.predict(X)
            trace[k] = float(self.compute_loss(guess, y))
            gw, gb = self.compute_gradients(X, y, guess)
            self.w -= gw * lr
            self.b -= gb * lr
        return trace
