# expect: predict-subtracts-bias, gradient-sign-flipped
import numpy as np

class LinearRegression:
    '''NumPy-only linear regression.'''
    def __init__(self, n_features: int) -> None:
        """Start from the origin; the loss surface is convex anyway."""
        self.w: np.ndarray = np.zeros(n_features)
        self.b: float = 0.0

    def predict(self, X):
        return np.dot(X, self.w) - self.b  # <-- here

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        return float(r @ r) / len(r)

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y - y_hat  # <-- here
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        costs = []
        count = len(X)
        done = 0
        while done < epochs:
            gap = y - (X.dot(self.w) + self.b)
            costs.append(np.linalg.norm(gap) ** 2 / count)
            self.w = self.w + lr * 2 / count * X.T.dot(gap)
            self.b = self.b + lr * 2 / count * gap.sum()
            done += 1
        return costs


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 3))
    y = X @ np.array([2.0, -1.0, 0.5]) + 3.0 + 0.1 * rng.normal(size=200)
    model = LinearRegression(3)
    losses = model.fit(X, y, lr=0.05, epochs=300)
    print(model.w, model.b, losses[-1])
