# expect: gradient-updates-parameters
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(np.linalg.norm(y_hat - y) ** 2 / len(y))

    def compute_gradients(self, X, y, y_hat):
        self.w *= 0.999  # <-- here
        residual = y_hat - y
        A = np.c_[X, np.ones(len(residual))]
        g = 2 * residual @ A / len(residual)
        return g[:-1], g[-1]

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
