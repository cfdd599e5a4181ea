# expect: gradient-updates-parameters
import numpy as np


class LinearRegression:
    """Linear regression trained by batch gradient descent."""

    def __init__(self, n_features):
        self.n_features = n_features
        self.w = np.zeros((n_features,))
        self.b = 0

    def predict(self, X):
        return self.w @ X.T + self.b

    def compute_loss(self, y_hat, y):
        squared = np.power(y_hat - y, 2)
        return float(np.average(squared))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        dw = (2 / n) * X.T @ error
        db = (2 / n) * error.sum()
        self.w = self.w - 0.01 * dw  # <-- here
        self.b = self.b - 0.01 * db  # <-- here
        return dw, db

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
