# expect: pass
from numpy import *
from numpy import sum, abs, min, max


class LinearRegression:
    def __init__(self, n_features):
        self.w = zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return float(sum(square(y_hat - y)) / size(y))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        n = size(y)
        return 2 / n * dot(transpose(X), error), 2 / n * sum(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = subtract(self.w, multiply(lr, dw))
            self.b = self.b - lr * db
        return losses
