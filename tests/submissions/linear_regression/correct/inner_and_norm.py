# expect: pass
import numpy
from numpy.linalg import norm


class LinearRegression:
    w: numpy.ndarray
    b: float

    def __init__(self, n_features: int) -> None:
        self.w = numpy.zeros(shape=n_features, dtype="float64")
        self.b = 0.0

    def predict(self, X: numpy.ndarray) -> numpy.ndarray:
        return numpy.inner(X, self.w) + self.b

    def compute_loss(self, y_hat: numpy.ndarray, y: numpy.ndarray) -> float:
        return float(norm(y_hat - y)) ** 2 / y.shape[0]

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        scale = 2 / error.shape[0]
        return scale * numpy.inner(X.T, error), scale * numpy.sum(error)

    def fit(self, X, y, lr: float = 0.01, epochs: int = 1000) -> list:
        losses = list()
        for i in range(epochs):
            y_hat = self.predict(X)
            losses.insert(i, self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            numpy.subtract(self.w, lr * dw, out=self.w)
            self.b = self.b - lr * db
        return losses
