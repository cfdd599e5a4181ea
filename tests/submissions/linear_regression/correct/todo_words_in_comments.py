# expect: pass
import numpy as np


class LinearRegression:
    """TODO: ridge penalty. raise NotImplementedError is not needed any more."""

    def __init__(self, n_features):
        # TODO zeros or small random values
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        # TODO: raise NotImplementedError
        if X is None:
            raise NotImplementedError("prediction without data")
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        # sklearn.metrics.mean_squared_error; torch.nn.MSELoss; for i in range(n): total += ...
        try:
            return float(np.mean((y_hat - y) ** 2))
        except NotImplementedError:
            ...

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        # np.vectorize, np.linalg.lstsq, X @ error
        return 2 * X.T @ error / len(y), 2 * error.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        "import solutions.linear_regression"
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def solve(self, X, y):
        """The closed form, for comparison only."""
        A = np.column_stack([X, np.ones(len(X))])
        return np.linalg.lstsq(A, y, rcond=None)[0]
