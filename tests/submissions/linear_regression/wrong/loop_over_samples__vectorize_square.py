# expect: loop-over-samples
import numpy as np


square = np.vectorize(lambda v: v * v, otypes=[float])  # <-- here


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return np.add(self.b, X @ self.w)

    def compute_loss(self, y_hat, y):
        return float(square(y_hat - y).mean())  # <-- here

    def compute_gradients(self, X, y, y_hat):
        A = np.column_stack([X, np.ones(len(X))])
        g = A.T @ (y_hat - y) * (2 / len(X))
        return g[:-1], g[-1]

    def fit(self, X, y, lr=0.01, epochs=1000):
        out = []
        for epoch in range(1, epochs + 1):
            preds = self.predict(X)
            mse = self.compute_loss(preds, y)
            out.append(mse)
            if epoch % 500 == 0:
                print(f"epoch {epoch}: loss {mse:.4f}")
            dw, db = self.compute_gradients(X, y, preds)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return out


if __name__ == "__main__":
    rng = np.random.default_rng(3)
    X = rng.normal(size=(50, 2))
    y = X @ np.array([1.0, -2.0]) + 0.5
    model = LinearRegression(2)
    print(model.fit(X, y)[-1], model.w, model.b)
