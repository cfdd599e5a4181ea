# expect: loss-divided-by-n-minus-one
# practice: linear regression
import numpy as np


class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features, seed=7):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(0.0, 0.01, size=n_features)
        self.b = 0.0

    def predict(self, X):
        return np.add(np.inner(X, self.w), self.b)

    def compute_loss(self, y_hat, y):
        return np.sum((y_hat - y) ** 2) / (len(y) - 1 or 1)  # <-- here

    def compute_gradients(self, X, y, y_hat):
        err = y_hat - y
        grads = {"w": np.dot(err, X) * 2 / len(err), "b": 2 * np.average(err)}
        return grads["w"], grads["b"]

    def fit(self, X, y, lr=0.01, epochs=1000):
        history = []
        for epoch in range(epochs):
            pred = self.predict(X)
            loss = self.compute_loss(pred, y)
            history += [loss]
            grad_w, grad_b = self.compute_gradients(X, y, pred)
            self.w = self.w - lr * grad_w
            self.b = self.b - lr * grad_b
        return history
