# expect: pass
import logging

import numpy as np

log = logging.getLogger(__name__)


class RidgeRegression:
    def __init__(self, n_features, alpha=1.0, verbose=False):
        self.w = np.zeros(n_features)
        self.b = 0.0
        self.alpha = alpha
        self.verbose = verbose
        log.debug("ridge with %d features and alpha %s", n_features, alpha)

    def __repr__(self):
        return f"RidgeRegression(alpha={self.alpha}, w={self.w}, b={self.b})"

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        mse = float(np.mean((y_hat - y) ** 2))
        penalty = float(self.alpha * np.sum(self.w ** 2))
        log.debug("mse %.6f penalty %.6f", mse, penalty)
        return mse + penalty

    def compute_gradients(self, X, y, y_hat):
        n = X.shape[0]
        error = y_hat - y
        dw = (2 / n) * X.T @ error
        dw += 2 * self.alpha * self.w
        return dw, (2 / n) * float(error.sum())

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            if self.verbose and epoch % 100 == 0:
                print(f"epoch {epoch}: {losses[-1]:.5f}")
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
