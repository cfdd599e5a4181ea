# expect: fit-updates-a-copy
import numpy as np


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha

    def fit(self, X, y, lr=0.01, epochs=1000):
        theta = np.append(self.w, self.b)
        losses = []
        for _ in range(epochs):
            model = RidgeRegression(len(self.w), self.alpha)
            model.w, model.b = theta[:-1], theta[-1]
            y_hat = model.predict(X)
            losses.append(model.compute_loss(y_hat, y))
            theta = theta - lr * np.append(*model.compute_gradients(X, y, y_hat))  # <-- here
        return losses

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2) + self.alpha * np.sum(self.w**2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return 2 / n * (X.T @ error) + 2 * self.alpha * self.w, 2 / n * float(np.sum(error))
