# expect: pass
import numpy as np


class 𝐿inearRegression:
    def __init__(self, n_features):
        self.𝐰 = np.zeros(n_features)
        self.𝑏 = 0.0

    def 𝑝𝑟𝑒𝑑𝑖𝑐𝑡(self, 𝐗):
        return 𝐗 @ self.𝐰 + self.𝑏

    def compute_loss(self, y_hat, 𝑦):
        return float(np.mean((y_hat - 𝑦) ** 2))

    def compute_gradients(self, 𝐗, 𝑦, y_hat):
        𝑒 = y_hat - 𝑦
        return 2 * 𝐗.T @ 𝑒 / len(𝑦), 2 * 𝑒.mean()

    def 𝒻𝒾𝓉(self, 𝐗, 𝑦, lr=0.01, epochs=1000):
        losses = []
        for _ in range(epochs):
            y_hat = self.predict(𝐗)
            losses.append(self.compute_loss(y_hat, 𝑦))
            dw, db = self.compute_gradients(𝐗, 𝑦, y_hat)
            self.w -= lr * dw
            self.b -= lr * db
        return losses
