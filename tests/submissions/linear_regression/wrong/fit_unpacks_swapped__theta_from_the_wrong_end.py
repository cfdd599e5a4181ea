# expect: fit-unpacks-swapped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        y_hat = np.matmul(X, self.w)
        y_hat = y_hat + self.b
        return y_hat

    def compute_loss(self, y_hat, y):
        m = y.shape[0]
        return float(np.sum(np.square(y_hat - y)) / m)

    def compute_gradients(self, X: np.ndarray, y: np.ndarray, y_hat: np.ndarray) -> tuple:
        """Gradient of the MSE."""
        err = y_hat - y
        return 2 * err @ X / y.size, 2 * float(np.mean(err))

    def fit(self, X, y, lr=0.01, epochs=1000):
        m = len(y)
        Xb = np.column_stack((np.ones(m), X))
        theta = np.append(self.b, self.w)
        history = []
        for _ in range(epochs):
            r = Xb.dot(theta) - y
            history.append(float(np.mean(np.square(r))))
            theta -= lr * (2 / m) * Xb.T.dot(r)
        self.w = theta[:-1]  # <-- here
        self.b = theta[-1]  # <-- here
        return history
