# expect: returns-none
import numpy as np

class LinearRegression:
    """Linear regression by batch gradient descent."""
    def __init__(self, n_features):
        generator = np.random.RandomState(42)
        self.w = generator.randn(n_features) * 0.01
        self.b = generator.uniform(-0.01, 0.01)

    def compute_gradients(self, X, y, y_hat):
        n_samples, _ = X.shape
        g = 2 / n_samples * (y_hat - y)     # dL/dy_hat
        return X.T.dot(g), g.sum()

    def compute_loss(self, y_hat, y):
        '''MSE = ||y_hat - y||^2 / n'''
        return np.linalg.norm(y_hat - y) ** 2 / y.size

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X: (n, d) -> (n,)"""
        return np.dot(X, self.w) + self.b

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        if verbose:
            print(losses[-1])
            return losses
