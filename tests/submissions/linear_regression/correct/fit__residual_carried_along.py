# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        diff = y_hat - y
        dw = 2 / n * X.T @ diff
        db = 2 / n * diff.sum()
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        """The residual is moved with the parameters, one product less."""
        n = len(y)
        error = self.predict(X) - y
        losses = []
        for _ in range(epochs):
            losses.append(float(error @ error) / n)
            dw = 2 / n * (X.T @ error)
            db = 2 / n * error.sum()
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            error = error - lr * (X @ dw + db)
        return losses
