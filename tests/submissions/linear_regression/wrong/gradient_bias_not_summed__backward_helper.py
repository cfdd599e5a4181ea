# expect: gradient-bias-not-summed
import numpy as np


def backward(X, upstream):
    """Vector-Jacobian product of the affine map."""
    grad_w = np.dot(upstream, X)
    grad_b = upstream * 1.0  # <-- here
    return grad_w, grad_b


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        weighted = X * self.w
        return weighted.sum(axis=1) + self.b

    def compute_loss(self, y_hat, y):
        total = np.sum(np.square(np.abs(y_hat - y)))
        return float(total) / y.size

    def compute_gradients(self, X, y, y_hat):
        return backward(X, 2 * (y_hat - y) / len(y))

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        record = losses.append
        for _ in range(epochs):
            prediction = self.predict(X)
            record(self.compute_loss(prediction, y))
            grads = dict(zip(("w", "b"), self.compute_gradients(X, y, prediction)))
            for name, grad in grads.items():
                setattr(self, name, getattr(self, name) - lr * grad)
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
