# expect: pass
import numpy as np


def _init(self, n_features):
    self.w = np.zeros(n_features)
    self.b = 0.0


def _fit(self, X, y, lr=0.01, epochs=1000):
    losses = []
    for _ in range(epochs):
        y_hat = self.predict(X)
        losses.append(self.compute_loss(y_hat, y))
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w -= lr * dw
        self.b -= lr * db
    return losses


LinearRegression = type(
    "LinearRegression",
    (),
    {
        "__init__": _init,
        "predict": lambda self, X: X @ self.w + self.b,
        "compute_loss": lambda self, y_hat, y: float(np.mean((y_hat - y) ** 2)),
        "compute_gradients": lambda self, X, y, y_hat: (
            2 / len(y) * X.T @ (y_hat - y),
            2 / len(y) * (y_hat - y).sum(),
        ),
        "fit": _fit,
    },
)
