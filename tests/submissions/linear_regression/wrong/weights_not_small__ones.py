# expect: weights-not-small
import numpy as np


class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features):
        self.w = np.ones(n_features)  # <-- here
        self.b = 0.0

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            history += [loss]
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r) / len(r)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
