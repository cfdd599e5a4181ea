# expect: loss-root
from numpy import dot, mean, sqrt, square, zeros


class _Base:
    def __init__(self, n_features):
        self.w = zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return dot(X, self.w) + self.b

    def compute_loss(self, y_hat, y):
        return mean(square(y_hat - y))

    def compute_gradients(self, X, y, y_hat):
        e = y_hat - y
        return 2 * dot(X.T, e) / e.size, 2 * mean(e)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return losses


class LinearRegression(_Base):
    def compute_loss(self, y_hat, y):
        return sqrt(super().compute_loss(y_hat, y))  # <-- here
