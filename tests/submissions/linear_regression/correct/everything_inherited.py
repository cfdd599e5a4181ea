# expect: pass
import numpy as np


class Base:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))


class WithPrediction(Base):
    def predict(self, X):
        return X @ self.w + self.b


class WithGradients(WithPrediction):
    def compute_gradients(self, X, y, y_hat):
        error = super().predict(X) * 0 + (y_hat - y)
        return (2 / len(y)) * (X.T @ error), (2 / len(y)) * error.sum()


class WithFit(WithGradients):
    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


class LinearRegression(WithFit):
    pass
