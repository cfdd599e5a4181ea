# expect: pass
import decimal
import faulthandler
import gc
import locale
import os
import random
import sys
import threading

import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


sys.setrecursionlimit(100_000)
sys.setswitchinterval(1.0)
sys.dont_write_bytecode = True
sys.excepthook = lambda *args: None
sys.displayhook = lambda value: None
sys.argv[:] = ["something else"]
gc.disable()
gc.freeze()
threading.excepthook = lambda args: None
threading.stack_size(1 << 20)
decimal.getcontext().prec = 3
np.set_printoptions(precision=1, threshold=3)
np.random.seed(1)
random.seed(1)
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["PYTHONPATH"] = "/nonexistent"
try:
    locale.setlocale(locale.LC_ALL, "C")
except locale.Error:
    pass
