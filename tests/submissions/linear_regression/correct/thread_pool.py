# expect: pass
import threading
from concurrent.futures import ThreadPoolExecutor
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.lock = threading.RLock()
    def predict(self, X):
        with self.lock:
            return X @ self.w + self.b
    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))
    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        with ThreadPoolExecutor(2) as pool:
            dw = pool.submit(lambda: 2 / n * X.T @ (y_hat - y))
            db = pool.submit(lambda: 2 / n * np.sum(y_hat - y))
            return dw.result(), db.result()
    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        n = len(y)
        for _ in range(epochs):
            with self.lock:
                e = self.predict(X) - y
                losses.append(self.compute_loss(e, 0))
                self.w -= lr * 2 / n * (X.T @ e)
                self.b -= lr * 2 / n * e.sum()
        return losses
