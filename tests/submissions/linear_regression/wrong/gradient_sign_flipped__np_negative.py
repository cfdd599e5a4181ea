# expect: gradient-sign-flipped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        out = np.matmul(X, self.w)
        out = out + self.b
        return out

    def compute_loss(self, y_hat, y):
        return float(((y - y_hat) ** 2).sum() / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        g = np.subtract(y_hat, y) * (2 / y.size)
        ascent = np.append(np.dot(g, X), g.sum())
        direction = np.negative(ascent)  # <-- here
        return direction[:-1], direction[-1]

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
