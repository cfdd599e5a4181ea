# expect: pass, advice: fit-restarts
import numpy as np

class LinearRegression:

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.matmul(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(((y_hat - y) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        N = y.shape[0]
        E = y_hat - y
        return 2 / N * np.matmul(X.T, E), 2 / N * E.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        N, D = X.shape
        w = np.zeros(D)  # <-- here
        b = 0.0
        hist = []
        for t in range(epochs):
            E = np.matmul(X, w) + b - y
            hist.append(float((E ** 2).mean()))
            w = w - lr * 2 / N * np.matmul(X.T, E)
            b = b - lr * 2 / N * E.sum()
        self.w, self.b = w, b
        return hist
