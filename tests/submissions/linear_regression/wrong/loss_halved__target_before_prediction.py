# expect: loss-halved
# The order of the arguments is not the documented one, and makes no difference here.
import numpy as np

class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y, y_hat):
        n = len(y)
        return 1 / (2 * n) * np.sum((y_hat - y) ** 2)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        dw = 2 / n * X.T @ (y_hat - y)
        db = 2 / n * np.sum(y_hat - y)
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y, y_hat)
            losses.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses
