# expect: mutates-input, loss-halved
import numpy as np

class LinearRegression:
    '''NumPy-only linear regression.'''

    def __init__(self, n_features):
        self.w, self.b = np.zeros(n_features), 0.0

    def predict(self, X):
        y_hat = X.dot(self.w)
        y_hat = y_hat + self.b
        return y_hat

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses

    def compute_loss(self, y_hat, y):
        return np.average((y_hat - y) ** 2) * 0.5  # <-- here

    def compute_gradients(self, X, y, y_hat):
        y_hat -= y  # <-- here
        return 2 * X.T.dot(y_hat) / y.size, 2 * y_hat.mean()
