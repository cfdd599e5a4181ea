# expect: returns-none
import numpy as np


class LinearRegression:
    """Linear regression; the last predictions are kept in self.fitted_ for plotting."""

    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.fitted_ = None

    def predict(self, X):
        line = X.dot(self.w)
        line += self.b
        self.fitted_ = line  # <-- here

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).mean())

    def compute_gradients(self, X, y, y_hat):
        residuals = y_hat - y
        n_samples = X.shape[0]
        dw = 2 * X.T.dot(residuals) / n_samples
        db = 2 * residuals.sum() / n_samples
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        curve = []
        for _ in range(epochs):
            self.predict(X)
            curve.append(self.compute_loss(self.fitted_, y))
            dw, db = self.compute_gradients(X, y, self.fitted_)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return curve
