# expect: fit-history-missing
import numpy as np


class Logbook:
    def __init__(self):
        self.pages = {"cost": []}

    def note(self, **values):
        for name, value in values.items():
            self.pages[name].append(value)


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        d = y_hat - y
        return 2 * X.T @ d / len(d), 2 * d.mean()

    def fit(self, X, y, lr=0.01, epochs=1000):
        book = Logbook()
        for _ in range(epochs):
            y_hat = self.predict(X)
            book.note(cost=self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return book  # <-- here
