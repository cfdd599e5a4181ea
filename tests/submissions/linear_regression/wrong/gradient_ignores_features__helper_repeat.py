# expect: gradient-ignores-features
import numpy as np


def spread(value, times):
    return np.repeat(value, times)  # <-- here


class LinearRegression:
    def __init__(self, n_features, scale=0.001, seed=7):
        self.rng = np.random.default_rng(seed)
        self.w = self.rng.uniform(-scale, scale, size=n_features)
        self.b = float(self.rng.uniform(-scale, scale))

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        g = 2.0 * np.average(y_hat - y)
        return spread(g, self.w.size), g  # <-- here

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []

        def step():
            y_hat = self.predict(X)
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
            return self.compute_loss(y_hat, y)

        while len(losses) < epochs:
            losses.append(step())
        return losses


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
