# expect: fit-wrong-value
import numpy as np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        score = X @ self.w + self.b
        out = score
        return out

    def compute_loss(self, y_hat, y):
        r = y_hat - y
        loss = float(np.mean(r ** 2))
        return loss

    def compute_gradients(self, X, y, y_hat):
        n = len(y)
        error = y_hat - y
        s = error
        dw, db = 2 / n * (X.T @ s), 2 / n * float(np.sum(s))
        return dw, db

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        vw, vb = 0 * self.w, 0.0
        for k in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            dw, db = self.compute_gradients(X, y, y_hat)
            vw, vb = 0.9 * vw + dw, 0.9 * vb + db
            self.w = self.w - lr * vw  # <-- here
            self.b = self.b - lr * vb
            if (k + 1) % 500 == 0:
                vw, vb = 0 * vw, 0.0  # <-- here
        return losses
