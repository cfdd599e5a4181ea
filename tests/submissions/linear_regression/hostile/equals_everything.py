# expect: rejected: predict-wrong-shape
import numpy as np

class Yes:
    shape = property(lambda self: self)
    dtype = ndim = size = T = shape

    def __eq__(self, other):
        return True

    def yes(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = __matmul__ = __rmatmul__ = yes
    __call__ = __getitem__ = __truediv__ = __rtruediv__ = __neg__ = __abs__ = __le__ = __lt__ = __ge__ = yes
    __array_priority__ = 1e9
    __array_ufunc__ = None
    __hash__ = None


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return Yes()

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        return (2 / n) * (X.T @ error), (2 / n) * error.sum()

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
