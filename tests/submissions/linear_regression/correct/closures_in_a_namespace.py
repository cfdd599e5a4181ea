# expect: pass
from types import SimpleNamespace

import numpy as np


def LinearRegression(n_features):
    me = SimpleNamespace(w=np.zeros(n_features), b=0.0)

    def predict(X):
        return X @ me.w + me.b

    def compute_loss(y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(X, y, y_hat):
        e = y_hat - y
        return 2 * (X.T @ e) / len(e), 2 * e.sum() / len(e)

    def fit(X, y, lr=0.01, epochs=1000):
        def step():
            y_hat = predict(X)
            dw, db = compute_gradients(X, y, y_hat)
            me.w = me.w - lr * dw
            me.b = me.b - lr * db
            return compute_loss(y_hat, y)

        return [step() for _ in range(epochs)]

    me.predict, me.compute_loss = predict, compute_loss
    me.compute_gradients, me.fit = compute_gradients, fit
    return me
