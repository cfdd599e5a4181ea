# expect: class-missing
"""Ridge regression, interview version."""
import numpy as np


class LinearRegression:  # <-- here
    def __init__(self, n_features, alpha=1.0):
        if n_features < 1:
            raise ValueError("n_features must be at least 1")
        self.n_features = n_features
        self.penalty_strength = alpha
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        X = np.asarray(X, dtype=float)
        if X.ndim != 2 or X.shape[1] != self.n_features:
            raise ValueError("X must have shape (n_samples, n_features)")
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        y_hat, y = np.asarray(y_hat, dtype=float), np.asarray(y, dtype=float)
        data_term = np.mean(np.power(y_hat - y, 2))
        penalty_term = self.penalty_strength * np.sum(np.power(self.w, 2))
        return float(data_term + penalty_term)

    def compute_gradients(self, X, y, y_hat):
        X = np.asarray(X, dtype=float)
        n_samples = X.shape[0]
        error = np.asarray(y_hat, dtype=float) - np.asarray(y, dtype=float)
        data_gradient = (2.0 / n_samples) * np.dot(X.T, error)
        penalty_gradient = 2.0 * self.penalty_strength * self.w
        return data_gradient + penalty_gradient, float((2.0 / n_samples) * np.sum(error))

    def fit(self, X, y, lr=0.01, epochs=1000):
        if lr <= 0 or epochs < 1:
            raise ValueError("lr and epochs must be positive")
        loss_history = []
        for epoch in range(epochs):
            predictions = self.predict(X)
            loss_history.append(self.compute_loss(predictions, y))
            gradient_w, gradient_b = self.compute_gradients(X, y, predictions)
            self.w = self.w - lr * gradient_w
            self.b = self.b - lr * gradient_b
        return loss_history
