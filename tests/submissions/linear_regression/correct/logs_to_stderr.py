# expect: pass
import logging
import sys

import numpy as np

logging.basicConfig(stream=sys.stderr, level=logging.DEBUG, format="%(asctime)s %(name)s: %(message)s")
log = logging.getLogger(__name__)


class LinearRegression:
    def __init__(self, n_features):
        log.debug("%d features", n_features)
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w + self.b

    def compute_loss(self, y_hat, y):
        return float(np.mean((y_hat - y) ** 2))

    def compute_gradients(self, X, y, y_hat):
        error = y_hat - y
        return 2 * X.T @ error / len(y), 2 * error.sum() / len(y)

    def fit(self, X, y, lr=0.01, epochs=1000):
        losses = []
        for epoch in range(epochs):
            y_hat = self.predict(X)
            losses.append(self.compute_loss(y_hat, y))
            log.debug("epoch %d: %g", epoch, losses[-1])
            dw, db = self.compute_gradients(X, y, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        if losses and losses[-1] > losses[0]:
            log.warning("the loss went up from %g to %g", losses[0], losses[-1])
        return losses
