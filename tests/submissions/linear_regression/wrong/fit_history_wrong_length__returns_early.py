# expect: fit-history-wrong-length
import numpy as np

STRIDE = 10


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.log = []

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        residual = y_hat - y
        return (2 / len(y)) * X.T.dot(residual), (2 / len(y)) * residual.sum()

    def report(self, epoch, loss):
        if epoch % STRIDE:  # <-- here
            return
        self.log.append(loss)  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.log = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            self.report(epoch, self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return self.log
