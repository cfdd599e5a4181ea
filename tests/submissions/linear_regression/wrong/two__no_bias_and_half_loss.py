# expect: predict-ignores-bias, loss-halved
# Linear regression with gradient descent, NumPy only.
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w  # <-- here

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2) / 2  # <-- here

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

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


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
