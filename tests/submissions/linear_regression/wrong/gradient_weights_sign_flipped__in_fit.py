# expect: gradient-weights-sign-flipped|fit-ascends
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        rng = np.random.default_rng(0)
        self.w = 0.01 * rng.standard_normal(n_features)
        self.b = 0.0

    def predict(self, X):
        return np.dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        r = np.subtract(y, y_hat)
        return float(np.dot(r, r) / r.size)

    def compute_gradients(self, X, y, y_hat):
        err = y - y_hat
        return -2 * X.T.dot(err) / err.size, -2 * err.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            history.append(self.compute_loss(y_hat, y))
            grad_w = 2 * np.mean(X * (y - y_hat)[:, None], axis=0)  # <-- here
            grad_b = 2 * np.mean(y_hat - y)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
