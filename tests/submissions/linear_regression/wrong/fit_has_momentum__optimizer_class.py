# expect: fit-has-momentum
import numpy as np


class Optimizer:
    def __init__(self, lr: float, momentum: float = 0.9) -> None:
        self.lr = lr
        self.momentum = momentum
        self.v_w = 0.0
        self.v_b = 0.0

    def update(self, model, dw, db):
        self.v_w = self.momentum * self.v_w + dw  # <-- here
        self.v_b = self.momentum * self.v_b + db  # <-- here
        model.w = model.w - self.lr * self.v_w
        model.b = model.b - self.lr * self.v_b


class LinearRegression:
    def __init__(self, n_features: int) -> None:
        self.n_features = n_features
        self.w: np.ndarray = np.zeros((n_features,), dtype=float)
        self.b: float = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat: np.ndarray, y: np.ndarray) -> float:
        diff = y_hat - y
        return float(diff @ diff) / diff.size

    def compute_gradients(self, X, y, y_hat):
        m, _ = X.shape
        residuals = y - y_hat
        grad_w = -2 * np.dot(X.T, residuals) / m
        grad_b = -2 * residuals.sum() / m
        return grad_w, grad_b

    def fit(self, X, y, lr=0.01, epochs=1000):
        opt = Optimizer(lr)
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            opt.update(self, *self.compute_gradients(X, y, y_hat))
        return losses
