# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        print("w starts as", self.w)

    def predict(self, X):
        y_hat = X @ self.w + self.b
        print("y_hat:", y_hat[:3], y_hat.shape)
        return y_hat

    def compute_loss(self, y_hat, y):
        loss = float(np.mean((y_hat - y) ** 2))
        print(f"{loss=}")
        return loss

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        print(f"{error = }")
        dw = 2 / len(y) * X.T @ error
        db = 2 / len(y) * np.sum(error)
        print("dw", dw, "db", db)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
