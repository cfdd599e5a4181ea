# expect: pass
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses


np.random.seed(42)
X = np.random.randn(200, 3)
y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + np.random.randn(200) * 0.1
model = LinearRegression(n_features=3)
losses = model.fit(X, y, lr=0.01, epochs=500)
print(f"Learned w: {model.w}")
print(f"Learned b: {model.b:.4f}")
print(f"Final loss: {losses[-1]:.6f}")
assert losses[-1] < 0.05
for row in X[:5]:
    print(row, model.predict(row[None, :]))
