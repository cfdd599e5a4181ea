# expect: pass
# -*- coding: utf-8 -*-
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X.__matmul__(self.w).__add__(self.b)

    def compute_loss(self, y_hat, y):
        return float(np.mean(np.power(y_hat - y, 2)))

    def compute_gradients(self, X, y, y_hat):
        résidu = y_hat - y
        return (2 / len(y)) * (résidu @ X), (2 / len(y)) * résidu.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        pertes = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            pertes.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return pertes
