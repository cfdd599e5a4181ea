# expect: predict-ignores-bias, loss-halved
# Linear regression with gradient descent, NumPy only.
import numpy as np

class LinearRegression:
    """
    Linear model.

    w : (n_features,)
    b : scalar
    """
    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        e = y - y_hat
        dw = -2 / len(e) * np.matmul(X.transpose(), e)
        db = -2 * e.mean()
        return [dw, db]

    def fit(self, X, y, lr=0.01, epochs=1000):
        m = len(y)
        J_history = []
        for _ in range(epochs):
            h = np.dot(X, self.w)  # <-- here
            J_history.append(np.sum(np.square(h - y)) / (2 * m))  # <-- here
            self.w = self.w - lr * (2 / m) * np.dot(X.T, h - y)
            self.b = self.b - lr * (2 / m) * np.sum(h - y)
        return J_history

    def predict(self, X):
        return np.tensordot(X, self.w, axes=1) + self.b
