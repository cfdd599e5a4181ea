# expect: forbidden-library
import numpy as np


class LinearRegression:
    """Linear regression by batch gradient descent."""

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    @staticmethod
    def compute_loss(y_hat, y):
        return float(np.vdot(y_hat - y, y_hat - y) / y.shape[0])

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

    def fit(self, X, y, lr=0.01, epochs=1000, verbose=False):
        losses = [0.0] * epochs
        for i in range(epochs):
            y_pred = self.predict(X)
            losses[i] = self.compute_loss(y_pred, y)
            if verbose and i % 100 == 0:
                print(f"epoch {i}: loss {losses[i]:.5f}")
            dw, db = self.compute_gradients(X, y, y_pred)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def predict(self, X):
        import torch  # <-- here
        out = torch.as_tensor(X) @ torch.as_tensor(self.w) + self.b
        return out.numpy()
