# expect: pass
import types

import numpy as np


def LinearRegression(n_features):
    self = types.SimpleNamespace(w=np.zeros(n_features), b=0.0)

    def predict(X):
        return X @ self.w + self.b

    def compute_loss(y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(X, y, y_hat):
        e = y_hat - y
        return 2 / len(e) * (X.T @ e), 2 / len(e) * e.sum()

    def fit(X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = predict(X)
            losses.append(compute_loss(y_hat, y))
            dw, db = compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses

    self.predict, self.compute_loss, self.compute_gradients, self.fit = predict, compute_loss, compute_gradients, fit
    return self
