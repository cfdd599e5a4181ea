# expect: loss-not-penalised
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def _penalty(self):
        return self.alpha * np.sum(self.w ** 2)

    def _penalty_grad(self):
        return 2 * self.alpha * self.w

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        mse = np.mean((y_hat - y) ** 2)
        return float(mse)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        err = y_hat - y
        dw = (2 / n) * np.dot(X.T, err) + self._penalty_grad()
        db = (2 / n) * np.sum(err)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            history.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return history
