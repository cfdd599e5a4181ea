# expect: wrong-signature
import numpy as np


class LinearRegression:  # <-- here
    """Linear regression."""

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.w = np.zeros(X.shape[1])
        self.b = 0.0
        history = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            loss = self.compute_loss(y_hat, y)
            history.append(loss)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return history

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        errors = y_hat - y
        return np.mean(errors ** 2)

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        n = len(y)
        dw = 2 * X.T @ error / n
        db = 2 * error.sum() / n
        return dw, db
