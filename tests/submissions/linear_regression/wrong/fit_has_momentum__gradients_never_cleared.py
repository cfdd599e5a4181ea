# expect: fit-has-momentum
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.grads = {"w": 0.0, "b": 0.0}

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * error @ X / len(y), 2 * float(error.mean())

    def _backward(self, X, y, y_hat):
        dw, db = self.compute_gradients(X, y, y_hat)
        self.grads["w"] = self.grads["w"] + dw  # <-- here
        self.grads["b"] = self.grads["b"] + db  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.grads = {"w": 0.0, "b": 0.0}
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))  # <-- here
            self._backward(X, y, y_hat)  # <-- here
            self.w = self.w - lr * self.grads["w"]
            self.b = self.b - lr * self.grads["b"]
        return losses
