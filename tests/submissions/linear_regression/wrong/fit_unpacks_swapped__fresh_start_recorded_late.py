# expect: fit-unpacks-swapped
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return ((y_hat - y) ** 2).sum() / len(y)

    def compute_gradients(self, X, y, y_hat):
        error = (y_hat - y) * 2 / len(y)
        return np.dot(error, X), np.sum(error)

    def fit(self, X, y, lr=0.01, epochs=1000):
        self.__init__(X.shape[1])
        track = np.zeros(epochs)
        for epoch in range(epochs):
            db, dw = self.compute_gradients(X, y, self.predict(X))  # <-- here
            self.w -= lr * dw
            self.b -= lr * db
            track[epoch] = self.compute_loss(self.predict(X), y)
        return track
