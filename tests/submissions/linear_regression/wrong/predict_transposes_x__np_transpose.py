# expect: predict-transposes-x|predict-swaps-operands
# practice: linear regression
import numpy as np

class LinearRegression:
    """y = Xw + b, fitted by gradient descent on the MSE."""
    def __init__(self, n_features: int):
        self.w = np.full((n_features,), 0.0)
        self.b = float(0)

    def predict(self, X):
        Xt = np.transpose(X)  # <-- here
        return np.dot(Xt, self.w) + self.b  # <-- here

    def compute_loss(self, y_hat, y):
        d = y_hat - y
        return d.var() + d.mean() ** 2

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

    def fit(self, X, y, lr=0.01, epochs=1000):
        return [self._step(X, y, lr) for _ in range(epochs)]

    def _step(self, X, y, lr):
        y_hat = self.predict(X)
        loss = self.compute_loss(y_hat, y)
        dw, db = self.compute_gradients(X, y, y_hat)
        self.w = self.w - lr * dw
        self.b = self.b - lr * db
        return loss
